using Orrery.Engines.Policies.Requests;

namespace Orrery.Engines.Policies.Sets;

/// <summary>A context of a request that comes through something: some keys have one value, whatever else is tried.
/// </summary>
/// <param name="inner">What else the request says.</param>
/// <param name="keys">Those keys.</param>
internal sealed class PassageContext(
    IRequestContext inner, IReadOnlyList<KeyValuePair<ContextKey, ContextValues>> keys) : IRequestContext
{
    /// <inheritdoc/>
    public ContextValues Get(ContextKey key)
    {
        foreach (var (known, values) in keys)
        {
            if (known.Equals(key)) return values;
        }

        return inner.Get(key);
    }
}
