namespace Orrery.Host.Admin.Shapes;

/// <summary>What a name resolves to.</summary>
/// <param name="Name">The name.</param>
/// <param name="From">Who asks.</param>
/// <param name="Resolved">Whether there is an answer.</param>
/// <param name="Addresses">The addresses.</param>
/// <param name="Why">The reasons; the root states the outcome in one sentence.</param>
/// <param name="Remedies">What would give an answer, if there is none.</param>
public sealed record ResolveView(
    string Name,
    string From,
    bool Resolved,
    IReadOnlyList<string> Addresses,
    ReasonView Why,
    IReadOnlyList<RemedyView> Remedies);
