using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Ec2.Tagging;

namespace Orrery.Services.Ec2.Listing;

/// <summary>
/// The filters of one Describe operation: their names and what each looks at. A record passes when every filter given
/// has
/// at least one value that matches at least one value of the record; <c>*</c> and <c>?</c> are wildcards, a backslash
/// takes the next character literally. Source: EC2 User Guide, "Filter and list your resources".
/// </summary>
/// <typeparam name="TRecord">What is listed.</typeparam>
internal sealed class Filters<TRecord>
    where TRecord : class
{
    private const int MostFilters = 50;
    private const int MostValues = 200;

    private readonly Dictionary<string, Func<TRecord, ReadCall, IEnumerable<string?>>> _byName =
        new(StringComparer.Ordinal);
    private readonly List<(string Prefix, Func<TRecord, string, ReadCall, IEnumerable<string?>> Values)> _named = [];
    private readonly Dictionary<string, Func<ReadCall, string, IEnumerable<TRecord>>> _lookups =
        new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<ReadCall, string, string, IEnumerable<TRecord>>> _indexes =
        new(StringComparer.Ordinal);

    /// <summary>Adds a filter that looks at one value.</summary>
    public Filters<TRecord> One(string name, Func<TRecord, string?> value)
    {
        _byName.Add(name, (record, _) => [value(record)]);
        return this;
    }

    /// <summary>Adds a filter that looks at one value which depends on the world.</summary>
    public Filters<TRecord> One(string name, Func<TRecord, ReadCall, string?> value)
    {
        _byName.Add(name, (record, call) => [value(record, call)]);
        return this;
    }

    /// <summary>Adds a filter that looks at several values.</summary>
    public Filters<TRecord> Many(string name, Func<TRecord, IEnumerable<string?>> values)
    {
        _byName.Add(name, (record, _) => values(record));
        return this;
    }

    /// <summary>Adds a filter that looks at several values which depend on the world.</summary>
    public Filters<TRecord> Many(string name, Func<TRecord, ReadCall, IEnumerable<string?>> values)
    {
        _byName.Add(name, values);
        return this;
    }

    /// <summary>Adds a filter that an index answers when none of its values has a wildcard.</summary>
    public Filters<TRecord> Indexed(
        string name, Func<TRecord, IEnumerable<string?>> values, Func<ReadCall, string, IEnumerable<TRecord>> lookup)
    {
        _lookups.Add(name, lookup);
        return Many(name, values);
    }

    /// <summary>
    /// Adds a filter that an index of the listed table answers, in the order of keys and from any key on, when none of
    /// its values has a wildcard.
    /// </summary>
    public Filters<TRecord> Indexed<TKey>(
        string name, Func<TRecord, IEnumerable<string?>> values, Index<TKey, TRecord> index)
        where TKey : struct, IKey<TKey>
    {
        _indexes.Add(name, (call, value, from) => call.Read(index.Table).By(index, value, TKey.From(from)));
        return Many(name, values);
    }

    /// <summary>Adds an indexed filter that looks at values which depend on the world.</summary>
    public Filters<TRecord> Indexed(
        string name,
        Func<TRecord, ReadCall, IEnumerable<string?>> values,
        Func<ReadCall, string, IEnumerable<TRecord>> lookup)
    {
        _lookups.Add(name, lookup);
        return Many(name, values);
    }

    /// <summary>Adds a filter on a yes or no, written <c>true</c> or <c>false</c>.</summary>
    public Filters<TRecord> Flag(string name, Func<TRecord, bool> value) =>
        One(name, record => value(record) ? "true" : "false");

    /// <summary>
    /// Adds filters whose names begin with a prefix and go on with a name of the caller's, such as <c>tag:KEY</c>.
    /// </summary>
    public Filters<TRecord> Named(string prefix, Func<TRecord, string, IEnumerable<string?>> values) =>
        Named(prefix, (record, name, _) => values(record, name));

    /// <summary>Adds filters whose names begin with a prefix, and whose values depend on the world.</summary>
    public Filters<TRecord> Named(string prefix, Func<TRecord, string, ReadCall, IEnumerable<string?>> values)
    {
        _named.Add((prefix, values));
        return this;
    }

    /// <summary>Adds <c>tag:KEY</c>, <c>tag-key</c> and <c>tag-value</c>, looking at the tags of the id.</summary>
    public Filters<TRecord> Tags(Func<TRecord, string> id) =>
        Named("tag:", (record, key, call) => TagStore.Of(call, id(record)).TryGetValue(key, out var v) ? [v] : [])
            .Many("tag-key", (record, call) => TagStore.Of(call, id(record)).Keys)
            .Many("tag-value", (record, call) => TagStore.Of(call, id(record)).Values);

    /// <summary>Makes the test for a set of filters.</summary>
    /// <exception cref="Core.ServiceException">
    /// A filter has no name, no values, or a name that is not served; there are too many filters or values.
    /// </exception>
    public Func<TRecord, bool> Compile(IReadOnlyList<Wire.Generated.Ec2.Filter>? filters, ReadCall call)
    {
        if (filters is null or { Count: 0 })
        {
            return static _ => true;
        }

        if (filters.Count > MostFilters || filters.Any(filter => filter.Values?.Count > MostValues))
        {
            throw Errors.TooManyFilters(MostFilters, MostValues);
        }

        var tests = filters.Select(filter => Compile(filter, call)).ToArray();
        return record => Array.TrueForAll(tests, test => test(record));
    }

    /// <summary>
    /// The records that an indexed filter leaves, each once and in the order of keys; null when no index helps.
    /// </summary>
    /// <param name="filters">The filters of a request.</param>
    /// <param name="call">The call.</param>
    /// <param name="key">The key of a record.</param>
    /// <param name="from">Where to begin; some before it may be among them.</param>
    public IEnumerable<TRecord>? Narrow(
        IReadOnlyList<Wire.Generated.Ec2.Filter>? filters, ReadCall call, Func<TRecord, string> key, string from)
    {
        if (filters is null or { Count: 0 }) return null;
        var exact = filters.Where(filter => !filter.Values!.Any(Wildcard.IsPattern)).ToList();
        foreach (var filter in exact)
        {
            if (_indexes.TryGetValue(filter.Name!, out var index))
            {
                return KeyMerge.Of(
                    [.. filter.Values!.Distinct(StringComparer.Ordinal).Select(v => index(call, v, from))], key);
            }
        }

        foreach (var filter in exact)
        {
            if (_lookups.TryGetValue(filter.Name!, out var lookup))
            {
                return filter.Values!.Distinct(StringComparer.Ordinal).SelectMany(v => lookup(call, v))
                    .Distinct((IEqualityComparer<TRecord>)ReferenceEqualityComparer.Instance)
                    .OrderBy(key, StringComparer.Ordinal);
            }
        }

        return null;
    }

    private Func<TRecord, bool> Compile(Wire.Generated.Ec2.Filter filter, ReadCall call)
    {
        var name = filter.Name ?? throw Errors.FilterWithoutName();
        var given = filter.Values is { Count: > 0 } v ? v : throw Errors.FilterWithoutValues(name);
        var patterns = given.Select(Wildcard.Of).ToArray();
        var values = ValuesOf(name);
        return record => values(record, call).Any(v => v is not null && Array.Exists(patterns, p => p.Matches(v)));
    }

    private Func<TRecord, ReadCall, IEnumerable<string?>> ValuesOf(string name)
    {
        if (_byName.TryGetValue(name, out var values))
        {
            return values;
        }

        foreach (var (prefix, named) in _named)
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal))
            {
                var rest = name[prefix.Length..];
                return (record, call) => named(record, rest, call);
            }
        }

        throw Errors.UnknownFilter(name);
    }
}
