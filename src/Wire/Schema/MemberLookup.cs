using System.Text;

namespace Orrery.Wire.Schema;

/// <summary>Finds members by the UTF-8 bytes of a name: a small open-addressed table, no allocation on
/// lookup.</summary>
internal sealed class MemberLookup
{
    private readonly (byte[] Name, MemberSchema Member)[] _slots;
    private readonly int _mask;

    public MemberLookup(MemberSchema[] members, Func<MemberSchema, string> name)
    {
        var size = 4;
        while (size < members.Length * 2) size *= 2;
        _slots = new (byte[], MemberSchema)[size];
        _mask = size - 1;
        foreach (var member in members) Add(Encoding.UTF8.GetBytes(name(member)), member);
    }

    /// <summary>The member of that name, or null.</summary>
    public MemberSchema? Find(ReadOnlySpan<byte> name)
    {
        for (var i = Hash(name) & _mask; _slots[i].Name is { } slot; i = (i + 1) & _mask)
        {
            if (name.SequenceEqual(slot)) return _slots[i].Member;
        }

        return null;
    }

    /// <summary>The member of that name, or null.</summary>
    public MemberSchema? Find(string name)
    {
        Span<byte> utf8 = stackalloc byte[256];
        return Encoding.UTF8.TryGetBytes(name, utf8, out var length) ? Find(utf8[..length]) : null;
    }

    private static int Hash(ReadOnlySpan<byte> name)
    {
        var hash = 2166136261u;
        foreach (var b in name) hash = (hash ^ b) * 16777619u;
        return (int)(hash ^ (hash >> 15)) & int.MaxValue;
    }

    private void Add(byte[] name, MemberSchema member)
    {
        var i = Hash(name) & _mask;
        while (_slots[i].Name is not null) i = (i + 1) & _mask;
        _slots[i] = (name, member);
    }
}
