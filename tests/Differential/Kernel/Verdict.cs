namespace Orrery.Tests.Differential.Kernel;

/// <summary>What became of a probe.</summary>
/// <param name="AnsweredBy">Who answered; null where no answer came back.</param>
/// <param name="ArrivedAt">Who got it; for TCP known only where it was answered.</param>
internal sealed record Verdict(string? AnsweredBy, string? ArrivedAt);
