using System.IO.Compression;
using System.Reflection;
using Orrery.Profile;

namespace Orrery.Tests.Unit.Profile;

/// <summary>tools/Profile makes of the runtime's counts a profile in the ahead-of-time compiler's format.</summary>
public sealed class ProfileTests : IDisposable
{
    private const BindingFlags Any =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private const string Sample = "Orrery.Tests.Unit.Profile.Sample`1+Inner";

    private static readonly TypeIndex Types = Index();

    private readonly string _folder = Directory.CreateTempSubdirectory("orrery-profile").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Counts_and_sampled_types_come_with_their_method()
    {
        string[] counts =
        [
            .. Method(Sample + "[System.__Canon].Add", "instance void  (int32)", typeof(Sample<>.Inner), "Add", 0),
            "Schema InstrumentationKind 385 ILOffset 3 Count 1 Other 13",
            "7",
            "Schema InstrumentationKind 177 ILOffset 5 Count 1 Other 3221225472",
            "9",
            "Schema InstrumentationKind 195 ILOffset 5 Count 3 Other 3221225472",
            "TypeHandle: System.String, System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=null",
            "TypeHandle: NULL",
            "TypeHandle: Not.There, Nowhere, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null",
        ];
        Assert.Equal(
            [
                "Orrery.Tests.Unit;",
                "method Sample`1+Inner<__Canon>.Add (int)",
                "InstrumentationDataStart",
                "15 3 385 1 13 7",
                "15 5 177 1 -1073741824 9",
                "15 5 195 2 -1073741824 type String 1",
                "InstrumentationDataEnd",
            ],
            Profiled(counts));
    }

    [Fact]
    public void Overloads_of_the_same_length_are_told_apart_by_their_parameters()
    {
        string[] counts =
        [
            .. Method(Sample + "[System.Int32].Add", "instance void  (!0)", typeof(Sample<>.Inner), "Add", 1),
            .. Ran,
        ];
        Assert.Contains("method Sample`1+Inner<int>.Add (!0)", Profiled(counts));
    }

    [Fact]
    public void A_generic_method_is_taken_for_that_of_reference_types()
    {
        string[] counts =
        [
            .. Method(Sample + "[System.__Canon].Of", "instance generic !!0  (!!0)", typeof(Sample<>.Inner), "Of", 0),
            .. Ran,
        ];
        Assert.Contains("method Sample`1+Inner<__Canon>.Of<__Canon> (!!0)", Profiled(counts));
    }

    [Fact]
    public void What_never_ran_and_what_fits_no_method_is_left_out()
    {
        string[] counts =
        [
            .. Method(Sample + "[System.__Canon].Of", "instance generic !!0  (!!0)", typeof(Sample<>.Inner), "Of", 0),
            "Schema InstrumentationKind 385 ILOffset 0 Count 1 Other 0",
            "0",
            .. Method(Sample + "[System.__Canon].Gone", "instance void  ()", typeof(Sample<>.Inner), "Of", 0),
            .. Ran,
            .. Method(Sample + "[System.__Canon].Add", "instance void  (bool)", typeof(Sample<>.Inner), "Add", 0),
            .. Ran,
        ];
        Assert.Empty(Profiled(counts));
    }

    [Fact]
    public void The_same_counts_give_the_same_bytes()
    {
        string[] counts =
        [
            .. Method(Sample + "[System.Int32].Add", "instance void  (!0)", typeof(Sample<>.Inner), "Add", 1),
            .. Ran,
        ];
        Profiled(counts);
        var first = File.ReadAllBytes(ProfilePath);
        Profiled(counts);
        Assert.Equal(first, File.ReadAllBytes(ProfilePath));
    }

    [Theory]
    [InlineData("NULL", null)]
    [InlineData("System.Int32, A, Version=1.0.0.0", "System.Int32@A")]
    [InlineData("N.A`1+B[[System.Int32, C, Version=1],[D[], E, Version=2]], F, V", "N.A`1+B@F<System.Int32@C;D@E[]>")]
    [InlineData("A`1[B`1[System.__Canon],C[,]]", "A`1<B`1<System.__Canon>;C[,]>")]
    [InlineData("A`1[B", null)]
    public void Types_are_read_as_the_runtime_writes_them(string text, string? expected) =>
        Assert.Equal(expected, TypeName.Parse(text) is { } type ? Text(type) : null);

    private static string[] Ran => ["Schema InstrumentationKind 385 ILOffset 0 Count 1 Other 0", "1"];

    private string ProfilePath => Path.Combine(_folder, "it.mibc");

    private static string[] Method(string name, string signature, Type type, string method, int overload)
    {
        var body = type.GetMethods(Any).Where(one => one.Name == method).ElementAt(overload).GetMethodBody()!;
        return
        [
            $"@@@ codehash 0x1 methodhash 0x2 ilSize 0x{body.GetILAsByteArray()!.Length:X8} records 0x00000001",
            "MethodName: " + name,
            "Signature: " + signature,
        ];
    }

    private List<string> Profiled(string[] counts)
    {
        var path = Path.Combine(_folder, "counts");
        File.WriteAllLines(path, counts);
        var writer = new ProfileWriter(Types);
        foreach (var method in CountsFile.Read(path).Where(static method => method.WasRun))
            foreach (var found in MethodFinder.Find(Types, method)) Assert.True(writer.TryAdd(found, method));
        writer.Save(ProfilePath);
        using var archive = ZipFile.OpenRead(ProfilePath);
        using var content = Assert.Single(archive.Entries).Open();
        var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return ProfileReader.Read(bytes.ToArray());
    }

    private static TypeIndex Index()
    {
        var types = new TypeIndex();
        types.AddFolder(AppContext.BaseDirectory);
        types.AddFolder(Path.GetDirectoryName(typeof(object).Assembly.Location)!);
        return types;
    }

    private static string Text(TypeName type)
    {
        var assembly = type.Assembly is null ? "" : "@" + type.Assembly;
        var arguments = type.Arguments.Count == 0 ? "" : $"<{string.Join(';', type.Arguments.Select(Text))}>";
        return type.FullName + assembly + arguments + type.Suffix;
    }
}
