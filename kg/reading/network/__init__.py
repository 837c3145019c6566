"""The trained reader: text to names and attribution frames, by ONNX Runtime."""
