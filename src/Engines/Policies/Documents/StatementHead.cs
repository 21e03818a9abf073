namespace Orrery.Engines.Policies.Documents;

/// <summary>What every statement has.</summary>
/// <param name="Effect">What it does.</param>
/// <param name="Sid">Its Sid.</param>
/// <param name="Line">The line on which it begins.</param>
/// <param name="Index">Its place among the statements.</param>
internal sealed record StatementHead(Effect Effect, string? Sid, int Line, int Index);
