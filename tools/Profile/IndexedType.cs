using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Orrery.Profile;

/// <summary>A type and the assembly that defines it.</summary>
/// <param name="Image">The assembly's file.</param>
/// <param name="Reader">Its metadata.</param>
/// <param name="Assembly">Its name.</param>
/// <param name="Handle">The type in it.</param>
internal sealed record IndexedType(PEReader Image, MetadataReader Reader, string Assembly, TypeDefinitionHandle Handle)
{
    /// <summary>The type's row.</summary>
    public TypeDefinition Definition => Reader.GetTypeDefinition(Handle);

    /// <summary>Whether it is a struct or an enum.</summary>
    public bool IsValueType
    {
        get
        {
            var (name, space) = Definition.BaseType switch
            {
                { IsNil: true } => (default, default),
                { Kind: HandleKind.TypeReference } handle =>
                    Names(Reader.GetTypeReference((TypeReferenceHandle)handle)),
                { Kind: HandleKind.TypeDefinition } handle =>
                    Names(Reader.GetTypeDefinition((TypeDefinitionHandle)handle)),
                _ => (default, default),
            };
            if (name.IsNil || Reader.GetString(space) != "System") return false;
            return Reader.GetString(name) switch
            {
                "ValueType" => Reader.GetString(Definition.Name) != "Enum",
                "Enum" => true,
                _ => false,
            };
        }
    }

    private static (StringHandle Name, StringHandle Space) Names(TypeReference type) => (type.Name, type.Namespace);

    private static (StringHandle Name, StringHandle Space) Names(TypeDefinition type) => (type.Name, type.Namespace);
}
