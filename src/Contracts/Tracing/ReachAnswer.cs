using Orrery.Core;

namespace Orrery.Contracts.Tracing;

/// <summary>What gets through.</summary>
/// <param name="Findings">One for each group of sources and destinations; empty where nothing gets through.</param>
/// <param name="WhyNot">Where nothing gets through: why one flow of those asked about does not, and what would help.
/// </param>
public sealed record ReachAnswer(IReadOnlyList<ReachFinding> Findings, Decision? WhyNot);
