using System.Globalization;
using System.IO.Compression;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Orrery.Profile;

/// <summary>
/// Writes a profile: an assembly whose methods are never run, and list in IL which methods were counted with what
/// (described in dotnet/runtime, src/coreclr/tools/aot/ILCompiler.ReadyToRun/IBC/MIbcProfileParser.cs).
/// </summary>
internal sealed class ProfileWriter
{
    // The same counts are to give the same bytes.
    private static readonly BlobContentId Identity = new(new Guid("6f727265-7279-4d69-8263-70726f66696c"), 0x04030201);

    private readonly MetadataBuilder _metadata = new();
    private readonly MethodBodyStreamEncoder _bodies;
    private readonly BlobBuilder _code = new();
    private readonly References _references;
    private readonly SortedDictionary<string, ProfileGroup> _groups = new(StringComparer.Ordinal);

    /// <summary>Makes an empty profile.</summary>
    public ProfileWriter(TypeIndex types)
    {
        _bodies = new(_code);
        _references = new(_metadata, types);
        var name = _metadata.GetOrAddString("Orrery.Profile.Counts");
        _metadata.AddModule(0, name, _metadata.GetOrAddGuid(Identity.Guid), default, default);
        _metadata.AddAssembly(name, new(0, 0, 0, 0), default, default, default, AssemblyHashAlgorithm.None);
        _metadata.AddTypeDefinition(
            default, default, _metadata.GetOrAddString("<Module>"), default, MetadataTokens.FieldDefinitionHandle(1),
            MetadataTokens.MethodDefinitionHandle(1));
    }

    /// <summary>Adds a method, if all types that it names are found.</summary>
    public bool TryAdd(FoundMethod method, CountedMethod counted)
    {
        if (_references.Method(method) is not { } handle) return false;
        var name = method.Type.Assembly + ";";
        if (!_groups.TryGetValue(name, out var group)) _groups.Add(name, group = new());
        group.Add(handle, counted, _metadata, _references);
        return true;
    }

    /// <summary>Writes the file.</summary>
    public void Save(string path)
    {
        var dictionary = new InstructionEncoder(new BlobBuilder());
        var number = 0;
        foreach (var (name, group) in _groups)
        {
            var method = AddMethod(string.Create(CultureInfo.InvariantCulture, $"Assemblies_{++number}"), group.Code);
            dictionary.LoadString(_metadata.GetOrAddUserString(name));
            dictionary.OpCode(ILOpCode.Ldtoken);
            dictionary.Token(method);
            dictionary.OpCode(ILOpCode.Pop);
        }
        AddMethod("AssemblyDictionary", dictionary);
        var image = new ManagedPEBuilder(
            PEHeaderBuilder.CreateLibraryHeader(), new MetadataRootBuilder(_metadata), _code,
            deterministicIdProvider: static _ => Identity);
        var bytes = new BlobBuilder();
        image.Serialize(bytes);
        using var archive = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        var entry = archive.CreateEntry(Path.GetFileName(path) + ".dll", CompressionLevel.SmallestSize);
        entry.LastWriteTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var content = entry.Open();
        bytes.WriteContentTo(content);
    }

    private MethodDefinitionHandle AddMethod(string name, InstructionEncoder code)
    {
        var signature = new BlobBuilder();
        new BlobEncoder(signature).MethodSignature().Parameters(0, static type => type.Void(), static _ => { });
        return _metadata.AddMethodDefinition(
            MethodAttributes.Public | MethodAttributes.Static, MethodImplAttributes.IL, _metadata.GetOrAddString(name),
            _metadata.GetOrAddBlob(signature), _bodies.AddMethodBody(code), default);
    }
}
