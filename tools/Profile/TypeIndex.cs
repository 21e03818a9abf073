using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Orrery.Profile;

/// <summary>The types of all assemblies in some folders, by full name.</summary>
internal sealed class TypeIndex
{
    private readonly Dictionary<string, List<IndexedType>> _types = [];

    /// <summary>Adds the assemblies of a folder.</summary>
    public void AddFolder(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*.dll").Order(StringComparer.Ordinal))
        {
            var image = new PEReader(File.OpenRead(path), PEStreamOptions.PrefetchEntireImage);
            if (image.HasMetadata && image.GetMetadataReader() is { IsAssembly: true } reader) Add(image, reader);
        }
    }

    /// <summary>The types of a full name; several where assemblies have private ones of the same name.</summary>
    public IReadOnlyList<IndexedType> Find(string fullName) => _types.GetValueOrDefault(fullName) ?? [];

    /// <summary>The type of a name, of the assembly that it tells.</summary>
    public IndexedType? Find(TypeName name)
    {
        foreach (var type in Find(name.FullName))
            if (name.Assembly is null || type.Assembly == name.Assembly) return type;
        return null;
    }

    /// <summary>The type whose code a type shares: reference types share one.</summary>
    public TypeName Shared(TypeName type)
    {
        if (type.Suffix.Length > 0) return type.Suffix[^1] == '*' ? type : TypeName.Shared;
        return Find(type) is { IsValueType: true }
            ? type with { Arguments = [.. type.Arguments.Select(Shared)] }
            : TypeName.Shared;
    }

    /// <summary>The full name of a type: the namespace, a dot, and the name; nested ones after a plus.</summary>
    public static string FullName(MetadataReader reader, TypeDefinition type)
    {
        var name = reader.GetString(type.Name);
        if (type.GetDeclaringType() is { IsNil: false } outer)
            return $"{FullName(reader, reader.GetTypeDefinition(outer))}+{name}";
        var space = reader.GetString(type.Namespace);
        return space.Length == 0 ? name : $"{space}.{name}";
    }

    /// <summary>The full name of a type that an assembly refers to.</summary>
    public static string FullName(MetadataReader reader, TypeReference type)
    {
        var name = reader.GetString(type.Name);
        if (type.ResolutionScope.Kind == HandleKind.TypeReference)
            return $"{FullName(reader, reader.GetTypeReference((TypeReferenceHandle)type.ResolutionScope))}+{name}";
        var space = reader.GetString(type.Namespace);
        return space.Length == 0 ? name : $"{space}.{name}";
    }

    private void Add(PEReader image, MetadataReader reader)
    {
        var assembly = reader.GetString(reader.GetAssemblyDefinition().Name);
        foreach (var handle in reader.TypeDefinitions)
        {
            var name = FullName(reader, reader.GetTypeDefinition(handle));
            if (!_types.TryGetValue(name, out var known)) _types.Add(name, known = []);
            // A program may bring an assembly that the framework has too: the first folder counts.
            if (!known.Exists(type => type.Assembly == assembly)) known.Add(new(image, reader, assembly, handle));
        }
    }
}
