namespace Orrery.Tests.Unit.Wire.Signing;

/// <summary>A signed request as a document of AWS gives it; header lines separated by a bar.</summary>
public sealed record SignedRow(
    string Name,
    string Line,
    string Headers,
    string Body,
    string SignedHeaders,
    string Signature);
