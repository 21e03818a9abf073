using System.Buffers.Binary;
using Orrery.CodeGen.Layout;

namespace Orrery.Tests.Unit.Layout;

/// <summary>tools/CodeGen moves what a start reads to the front of its kind; all still points at what it did.</summary>
public sealed class RearrangementTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("orrery-layout").FullName;

    private string Path => System.IO.Path.Combine(_folder, "it.o");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_is_wanted_lies_first_and_the_rest_as_it_was()
    {
        var file = Rearranged(Usual(), "_ZTV1C", "__GenericDict_Z", "gone");
        Assert.Equal(["_ZTV1C", "_ZTV1A", "_ZTV1B", "_ZTV1L"], Order(file, "_ZTV"));
        string[] dictionaries = ["__GenericDict_Z", "__GenericDict_X", "__GenericDict_Y", "__GenericDict_last"];
        Assert.Equal(dictionaries, Order(file, "__GenericDict"));
    }

    [Fact]
    public void Distances_are_to_the_same_symbols_as_before()
    {
        var file = Rearranged(Usual(), "_ZTV1C", "_ZTV1B");
        Assert.Equal("_ZTV1C", Pointed(file, Place(file, "_ZTV1A") + 28));
        Assert.Equal("_ZTV1A", Pointed(file, Place(file, "_ZTV1B") + 28));
        Assert.Equal("__typemanager_indirection", Pointed(file, Place(file, "_ZTV1C") + 24));
        Assert.Equal("_ZTV1B", Pointed(file, Place(file, "__GenericInstance_B")));
        Assert.Equal("_ZTV1B", Pointed(file, Place(file, "__InterfaceDispatchCell_b") + 8, flags: 3));
        Assert.Equal("_ZTV1C", Pointed(file, Place(file, "__ehinfo_m") + 4));
    }

    [Fact]
    public void What_precedes_a_symbol_goes_along_with_it()
    {
        var file = Rearranged(Usual(), "_ZTV1B", "__GenericDict_Z", "__GenericDict_Y");
        Assert.Equal(1, Word(file, Place(file, "_ZTV1B") - 8));
        Assert.Equal(16, Word(file, Place(file, "_ZTV1B") - 16));
        Assert.Equal('B', Word(file, Place(file, "_ZTV1B") + 4));
        Assert.Equal(71, Word(file, Place(file, "__GenericDict_X") - 8));
        Assert.Equal(72, Word(file, Place(file, "__GenericDict_Y") - 8));
        Assert.Equal(73, Word(file, Place(file, "__GenericDict_Z") - 8));
    }

    [Fact]
    public void Relocations_go_along()
    {
        var file = Rearranged(Usual(), "__GenericDict_Z");
        long[] places = [.. Enumerable.Range(0, file.Relocations.Length / 24)
            .Select(each => BinaryPrimitives.ReadInt64LittleEndian(file.Relocations.AsSpan(each * 24)))];
        Assert.Contains(Place(file, "__GenericDict_X"), places);
        Assert.Contains(Place(file, "__GenericDict_Z"), places);
        Assert.Contains(Place(file, "__InterfaceDispatchCell_b"), places);
    }

    [Fact]
    public void A_second_time_changes_nothing()
    {
        Rearranged(Usual(), "_ZTV1C", "__GenericDict_Z");
        var once = File.ReadAllBytes(Path);
        Rearranged(once, "_ZTV1C", "__GenericDict_Z");
        Assert.Equal(once, File.ReadAllBytes(Path));
    }

    [Theory]
    [InlineData("__NewKindOfData")]
    [InlineData("_ZTV1X")] // No module where a type's table has it.
    public void What_is_not_known_is_refused(string name) =>
        Assert.Throws<LayoutException>(
            () => Rearranged(new ObjectBuilder().Symbol(name).Words(0, 0, 0, 0, 0, 0, 0, 0).Build()));

    private static byte[] Usual() => new ObjectBuilder()
        .Symbol("__typemanager_indirection").Words(0, 0)
        .Type("_ZTV1A", "_ZTV1C").Type("_ZTV1B", "_ZTV1A", holdsReferences: true).Type("_ZTV1C", "_ZTV1B")
        .Type("_ZTV1L", "_ZTV1C")
        .Symbol("__GenericInstance_B").Near("_ZTV1B").Words(0)
        .Symbol("__InterfaceDispatchCell_b").Whole("__Str_code").Near("_ZTV1B", flags: 3).Words(2)
        .Symbol("__ehinfo_m").Bytes(2, 2, 8, 2).Near("_ZTV1C")
        .Words(71, 0).Symbol("__GenericDict_X").Whole("_ZTV1A")
        .Words(72, 0).Symbol("__GenericDict_Y")
        .Words(73, 0).Symbol("__GenericDict_Z").Whole("_ZTV1B")
        .Words(74, 0).Symbol("__GenericDict_last").Whole("_ZTV1C")
        .Symbol("__Str_code").Words(0, 0)
        .Build();

    private ObjectFile Rearranged(byte[] bytes, params string[] wanted)
    {
        File.WriteAllBytes(Path, bytes);
        var file = ObjectFile.Read(Path);
        Rearrangement.Apply(file, wanted);
        file.Write();
        return ObjectFile.Read(Path);
    }

    private static string[] Order(ObjectFile file, string prefix) =>
        [.. file.Symbols.Select(each => each.Name).Where(each => each.StartsWith(prefix, StringComparison.Ordinal))];

    private static int Place(ObjectFile file, string name) => file.Symbols.Single(each => each.Name == name).Place;

    private static int Word(ObjectFile file, int at) => BinaryPrimitives.ReadInt32LittleEndian(file.Data.AsSpan(at));

    private static string Pointed(ObjectFile file, int at, int flags = 0) =>
        file.Symbols.Single(each => each.Place == at + Word(file, at) - flags).Name;
}
