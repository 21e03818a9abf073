using System.Runtime.CompilerServices;

namespace Orrery.Kernel.State;

/// <summary>The keys of the records that an index has for a value, if they are few.</summary>
internal struct FewKeys(string value) : IKeyRange<IndexKey>
{
    /// <summary>How many are few.</summary>
    public const int Most = 7;

    private Places _keys;

    /// <summary>How many were found.</summary>
    public int Count { get; private set; }

    /// <summary>Whether there are more than a few.</summary>
    public bool AreMany { get; private set; }

    public readonly string this[int place] => _keys[place];

    public readonly int Place(IndexKey key) => KeyOrder.Compare(key.Value, value);

    public bool Take(IndexKey key)
    {
        AreMany = Count == Most;
        if (!AreMany)
            _keys[Count++] = key.Key;
        return !AreMany;
    }

    [InlineArray(Most)]
    private struct Places
    {
        private string _first;
    }
}
