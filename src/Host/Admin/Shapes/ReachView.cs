namespace Orrery.Host.Admin.Shapes;

/// <summary>What can reach what, on which ports.</summary>
/// <param name="Reachable">Whether anything can.</param>
/// <param name="Findings">What can, one for each group of sources and destinations.</param>
/// <param name="Why">Where nothing can: why one flow of those asked about cannot.</param>
/// <param name="Remedies">Each entry alone would let that flow through.</param>
public sealed record ReachView(
    bool Reachable, IReadOnlyList<ReachFindingView> Findings, ReasonView? Why, IReadOnlyList<RemedyView> Remedies);
