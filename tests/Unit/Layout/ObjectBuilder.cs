using System.Buffers.Binary;
using System.Text;

namespace Orrery.Tests.Unit.Layout;

/// <summary>Writes a small object file of the form that the ahead-of-time compiler writes.</summary>
internal sealed class ObjectBuilder
{
    private const int WholePointer = 1;
    private readonly List<byte> _data = [];
    private readonly List<(string Name, int Place)> _symbols = [];
    private readonly List<(int At, string Target, int Flags)> _near = [];
    private readonly List<(int At, string Target)> _whole = [];

    /// <summary>A symbol here.</summary>
    public ObjectBuilder Symbol(string name)
    {
        _symbols.Add((name, _data.Count));
        return this;
    }

    /// <summary>Four bytes for each value.</summary>
    public ObjectBuilder Words(params ReadOnlySpan<int> values)
    {
        foreach (var value in values) _data.AddRange(BitConverter.GetBytes(value));
        return this;
    }

    /// <summary>Bytes.</summary>
    public ObjectBuilder Bytes(params byte[] values)
    {
        _data.AddRange(values);
        return this;
    }

    /// <summary>The distance to a symbol, written by the compiler itself.</summary>
    public ObjectBuilder Near(string target, int flags = 0)
    {
        _near.Add((_data.Count, target, flags));
        return Words(0);
    }

    /// <summary>A pointer to a symbol, written by the linker.</summary>
    public ObjectBuilder Whole(string target)
    {
        _whole.Add((_data.Count, target));
        return Words(0, 0);
    }

    /// <summary>A type's table without methods, pointing at another type.</summary>
    public ObjectBuilder Type(string name, string other, bool holdsReferences = false)
    {
        if (holdsReferences) Words(8, 0, 16, 0, 1, 0);
        Symbol(name).Words(holdsReferences ? 0x0100_0000 : 0, name[^1], 0, 0, 0, name[^1]);
        return Near("__typemanager_indirection").Near(other);
    }

    /// <summary>The file.</summary>
    public byte[] Build()
    {
        var data = _data.ToArray();
        foreach (var (at, target, flags) in _near)
            BinaryPrimitives.WriteInt32LittleEndian(data.AsSpan(at), Place(target) + flags - at);
        var names = new List<byte> { 0 };
        var symbols = new List<byte>(new byte[24]);
        foreach (var (name, place) in _symbols)
        {
            symbols.AddRange([.. BitConverter.GetBytes(names.Count), 0x10, 0, .. BitConverter.GetBytes((short)1)]);
            symbols.AddRange([.. BitConverter.GetBytes((long)place), .. new byte[8]]);
            names.AddRange([.. Encoding.UTF8.GetBytes(name), 0]);
        }
        var whole = new List<byte>();
        foreach (var (at, target) in _whole)
        {
            var symbol = _symbols.FindIndex(each => each.Name == target) + 1;
            whole.AddRange([.. BitConverter.GetBytes((long)at), .. BitConverter.GetBytes(WholePointer)]);
            whole.AddRange([.. BitConverter.GetBytes(symbol), .. new byte[8]]);
        }
        return Assemble([(".data", 1, data), (".rela.data", 4, [.. whole]), (".symtab", 2, [.. symbols]),
            (".strtab", 3, [.. names])]);
    }

    private static byte[] Assemble((string Name, int Type, byte[] Bytes)[] sections)
    {
        byte[] titles = [0, 0, .. sections.SelectMany(each => Encoding.UTF8.GetBytes(each.Name + "\0")), .. ".s\0"u8];
        (string Name, int Type, byte[] Bytes)[] all = [("", 0, []), .. sections, (".s", 3, titles)];
        var file = new List<byte>(new byte[64]);
        var table = new List<byte>();
        foreach (var (name, type, bytes) in all)
        {
            var title = titles.AsSpan().IndexOf(Encoding.UTF8.GetBytes("\0" + name + "\0")) + 1;
            table.AddRange([.. BitConverter.GetBytes(title), .. BitConverter.GetBytes(type), .. new byte[16]]);
            table.AddRange([.. BitConverter.GetBytes((long)file.Count), .. BitConverter.GetBytes((long)bytes.Length)]);
            table.AddRange(new byte[24]);
            file.AddRange(bytes);
        }
        var header = new byte[64];
        "\u007fELF\u0002\u0001"u8.CopyTo(header);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(40), file.Count);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(60), (short)all.Length);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(62), (short)(all.Length - 1));
        return [.. header, .. file.Skip(64), .. table];
    }

    private int Place(string symbol) => _symbols.First(each => each.Name == symbol).Place;
}
