namespace Orrery.Services.Sns.Filtering;

/// <summary>One of the alternatives that a policy names for a key.</summary>
internal abstract record FilterTest
{
    /// <summary>
    /// Whether a value passes. What is not there has no value: only <see cref="ExistsTest"/> knows that.
    /// </summary>
    public abstract bool Passes(FilterValue value);
}
