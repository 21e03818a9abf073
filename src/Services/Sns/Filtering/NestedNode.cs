namespace Orrery.Services.Sns.Filtering;

/// <summary>A key whose value is an object: policies for message bodies only.</summary>
internal sealed record NestedNode(string Name, IReadOnlyList<FilterNode> Inner) : FilterNode;
