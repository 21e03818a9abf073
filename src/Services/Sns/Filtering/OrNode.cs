namespace Orrery.Services.Sns.Filtering;

/// <summary><c>$or</c>: one of the alternatives must hold, each of which is a policy.</summary>
internal sealed record OrNode(IReadOnlyList<IReadOnlyList<FilterNode>> Alternatives) : FilterNode;
