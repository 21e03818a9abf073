using System.Buffers.Binary;
using System.Text;

namespace Orrery.CodeGen.Layout;

/// <summary>An object file (ELF, 64 bits, little-endian) as far as its writable data go.</summary>
public sealed class ObjectFile
{
    /// <summary>The bytes of one symbol, and those of one relocation: both are 24.</summary>
    public const int Entry = 24;

    private const int HeaderSize = 64;
    private const int RelocationsWithAddends = 4;
    private readonly string _path;
    private readonly Section[] _sections;
    private readonly int _data;
    private readonly int _symbols;

    private ObjectFile(string path, FileStream stream)
    {
        _path = path;
        _sections = ReadSections(stream);
        _data = IndexOf(".data");
        _symbols = IndexOf(".symtab");
        Data = ReadBytes(stream, _sections[_data]);
        Relocations = ReadBytes(stream, _sections[IndexOf(".rela.data")]);
        SymbolTable = ReadBytes(stream, _sections[_symbols]);
        Symbols = [.. ReadSymbols(ReadBytes(stream, _sections[IndexOf(".strtab")])).OrderBy(each => each.Place)];
        foreach (var section in _sections)
        {
            var isDebug = section.Name.StartsWith(".rela.debug", StringComparison.Ordinal);
            if (section.Type == RelocationsWithAddends && !isDebug) RefuseUnnamed(ReadBytes(stream, section));
        }
    }

    /// <summary>The bytes of the writable data.</summary>
    public byte[] Data { get; }

    /// <summary>The relocations within the writable data.</summary>
    public byte[] Relocations { get; }

    /// <summary>All symbols, as the file has them.</summary>
    public byte[] SymbolTable { get; }

    /// <summary>The symbols of writable data, by their place.</summary>
    public Symbol[] Symbols { get; }

    /// <summary>Reads a file.</summary>
    public static ObjectFile Read(string path)
    {
        using var stream = File.OpenRead(path);
        return new(path, stream);
    }

    /// <summary>Whether the symbol at that index of the table is of writable data.</summary>
    public bool IsData(int symbol) =>
        BinaryPrimitives.ReadUInt16LittleEndian(SymbolTable.AsSpan(symbol * Entry + 6)) == _data;

    /// <summary>Writes the data, their relocations and the symbols back to where they were.</summary>
    public void Write()
    {
        using var stream = new FileStream(_path, FileMode.Open, FileAccess.Write);
        Put(_sections[_data], Data);
        Put(_sections[IndexOf(".rela.data")], Relocations);
        Put(_sections[_symbols], SymbolTable);

        void Put(Section section, byte[] bytes)
        {
            stream.Position = section.Offset;
            stream.Write(bytes);
        }
    }

    private static Section[] ReadSections(FileStream stream)
    {
        var header = ReadBytes(stream, new("", 0, 0, HeaderSize));
        if (!header.AsSpan(0, 6).SequenceEqual("\u007fELF\u0002\u0001"u8))
            throw new LayoutException("not an object file of ELF, 64 bits, little-endian");
        var count = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(60));
        var offset = BinaryPrimitives.ReadInt64LittleEndian(header.AsSpan(40));
        var table = ReadBytes(stream, new("", 0, offset, count * HeaderSize));
        var names = ReadBytes(stream, SectionAt(table, BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(62)), []));
        return [.. Enumerable.Range(0, count).Select(each => SectionAt(table, each, names))];
    }

    private static Section SectionAt(byte[] table, int index, byte[] names)
    {
        var entry = table.AsSpan(index * HeaderSize, HeaderSize);
        return new(
            names.Length == 0 ? "" : Text(names, BinaryPrimitives.ReadInt32LittleEndian(entry)),
            BinaryPrimitives.ReadInt32LittleEndian(entry[4..]),
            BinaryPrimitives.ReadInt64LittleEndian(entry[24..]),
            checked((int)BinaryPrimitives.ReadInt64LittleEndian(entry[32..])));
    }

    private static byte[] ReadBytes(FileStream stream, Section section)
    {
        var bytes = new byte[section.Size];
        stream.Position = section.Offset;
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static string Text(byte[] names, int at)
    {
        var rest = names.AsSpan(at);
        return Encoding.UTF8.GetString(rest[..rest.IndexOf((byte)0)]);
    }

    private IEnumerable<Symbol> ReadSymbols(byte[] names)
    {
        for (var i = 0; i < SymbolTable.Length / Entry; i++)
        {
            if (!IsData(i) || IsSection(i)) continue;
            var name = BinaryPrimitives.ReadInt32LittleEndian(SymbolTable.AsSpan(i * Entry));
            var place = checked((int)BinaryPrimitives.ReadInt64LittleEndian(SymbolTable.AsSpan(i * Entry + 8)));
            yield return new(Text(names, name), place);
        }
    }

    private bool IsSection(int symbol) => (SymbolTable[symbol * Entry + 4] & 0xf) == 3;

    // What points at a distance from the beginning of all data could not be followed to the piece that is meant.
    private void RefuseUnnamed(byte[] relocations)
    {
        for (var at = 0; at < relocations.Length; at += Entry)
        {
            var symbol = BinaryPrimitives.ReadInt32LittleEndian(relocations.AsSpan(at + 12));
            if (IsData(symbol) && IsSection(symbol)) throw new LayoutException("data are pointed at without a symbol");
        }
    }

    private int IndexOf(string name)
    {
        var index = Array.FindIndex(_sections, each => each.Name == name);
        return index >= 0 ? index : throw new LayoutException($"the object file has no section {name}");
    }
}
