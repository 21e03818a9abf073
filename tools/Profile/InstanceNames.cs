using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Orrery.Profile;

/// <summary>Reads types of a signature as names, with arguments in the place of parameters.</summary>
/// <param name="arguments">Those of the type.</param>
/// <param name="own">Those of the method.</param>
internal sealed class InstanceNames(IReadOnlyList<TypeName> arguments, IReadOnlyList<TypeName> own)
    : ISignatureTypeProvider<TypeName, object?>
{
    private static readonly TypeName Unknown = Named("?");

    public TypeName GetPrimitiveType(PrimitiveTypeCode typeCode) => Named("System." + typeCode);

    public TypeName GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
        Named(TypeIndex.FullName(reader, reader.GetTypeDefinition(handle)));

    public TypeName GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
        Named(TypeIndex.FullName(reader, reader.GetTypeReference(handle)));

    public TypeName GetTypeFromSpecification(
        MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public TypeName GetSZArrayType(TypeName elementType) => elementType with { Suffix = elementType.Suffix + "[]" };

    public TypeName GetArrayType(TypeName elementType, ArrayShape shape) => Unknown;

    public TypeName GetByReferenceType(TypeName elementType) => Unknown;

    public TypeName GetPointerType(TypeName elementType) => elementType with { Suffix = elementType.Suffix + "*" };

    public TypeName GetPinnedType(TypeName elementType) => elementType;

    public TypeName GetGenericInstantiation(TypeName genericType, ImmutableArray<TypeName> typeArguments) =>
        genericType with { Arguments = typeArguments };

    public TypeName GetGenericTypeParameter(object? genericContext, int index) =>
        index < arguments.Count ? arguments[index] : Unknown;

    public TypeName GetGenericMethodParameter(object? genericContext, int index) =>
        index < own.Count ? own[index] : Unknown;

    public TypeName GetModifiedType(TypeName modifier, TypeName unmodifiedType, bool isRequired) => unmodifiedType;

    public TypeName GetFunctionPointerType(MethodSignature<TypeName> signature) => Unknown;

    private static TypeName Named(string fullName) => new(fullName, null, [], "");
}
