namespace Orrery.Services.Sns.Filtering;

/// <summary>A key, and what its value may be: one of the tests must pass.</summary>
internal sealed record KeyNode(string Name, IReadOnlyList<FilterTest> Tests) : FilterNode
{
    /// <summary>Whether the values of the key pass; none where it is not there.</summary>
    public bool Holds(IReadOnlyList<FilterValue> values) => values.Count == 0
        ? Tests.Any(test => test is ExistsTest { Wanted: false })
        : values.Any(value => Tests.Any(test => test.Passes(value)));
}
