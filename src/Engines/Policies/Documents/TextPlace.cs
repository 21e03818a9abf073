namespace Orrery.Engines.Policies.Documents;

/// <summary>A place in a document.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in that line, from 0, in bytes.</param>
/// <param name="Offset">From the beginning of the document, from 0, in bytes.</param>
public readonly record struct TextPlace(int Line, int Column, int Offset);
