using Orrery.Engines.Policies.Documents;

namespace Orrery.Engines.Policies.Linting;

/// <summary>What ValidatePolicy finds in a document.</summary>
/// <param name="Type">ERROR, SECURITY_WARNING, WARNING or SUGGESTION.</param>
/// <param name="Code">Access Analyzer's code.</param>
/// <param name="Text">The finding as a sentence.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Statement">The statement's place, from 0; -1 where it is about the whole.</param>
public sealed record PolicyFinding(string Type, string Code, string Text, int Line, int Statement)
{
    /// <summary>The bracket that opens the statement; null where it is about the whole.</summary>
    public TextPlace? Begin { get; init; }

    /// <summary>The bracket that closes the statement; null where it is about the whole.</summary>
    public TextPlace? End { get; init; }
}
