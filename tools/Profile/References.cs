using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Orrery.Profile;

/// <summary>References to types and methods of other assemblies.</summary>
internal sealed class References(MetadataBuilder metadata, TypeIndex types)
{
    // The compiler looks here for what stands for reference types that share code.
    private const string SharedAssembly = "System.Private.Canon";

    private readonly Dictionary<string, EntityHandle> _assemblies = [];
    private readonly Dictionary<(EntityHandle Scope, string Space, string Name), EntityHandle> _types = [];
    private readonly Dictionary<(EntityHandle Owner, BlobHandle Signature), EntityHandle> _specs = [];
    private readonly Dictionary<(EntityHandle Owner, string Name, BlobHandle Signature), EntityHandle> _members = [];

    /// <summary>A type; null where it is not found.</summary>
    public EntityHandle? Type(TypeName name)
    {
        if (name is { Suffix: "", Arguments.Count: 0 }) return Plain(name);
        var signature = new BlobBuilder();
        return TryWrite(signature, name) ? Spec(signature) : null;
    }

    /// <summary>A method; null where a type that it needs is not found.</summary>
    public EntityHandle? Method(FoundMethod method)
    {
        if (Owner(method) is not { } owner) return null;
        var definition = method.Definition;
        var signature = new SignatureCopier(method.Type.Reader, this).Copy(definition.Signature);
        var name = method.Type.Reader.GetString(definition.Name);
        var key = (owner, name, metadata.GetOrAddBlob(signature));
        if (!_members.TryGetValue(key, out var member))
            _members.Add(key, member = metadata.AddMemberReference(owner, metadata.GetOrAddString(name), key.Item3));
        return definition.GetGenericParameters().Count == 0 ? member : Instance(method, member);
    }

    /// <summary>A type of an assembly whose metadata are at hand.</summary>
    public EntityHandle Definition(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        var outer = type.GetDeclaringType();
        var scope = outer.IsNil
            ? Assembly(reader.GetString(reader.GetAssemblyDefinition().Name), reader)
            : Definition(reader, outer);
        return Reference(scope, reader.GetString(type.Namespace), reader.GetString(type.Name));
    }

    /// <summary>A type that an assembly refers to.</summary>
    public EntityHandle Foreign(MetadataReader reader, TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        var scope = type.ResolutionScope.Kind switch
        {
            HandleKind.TypeReference => Foreign(reader, (TypeReferenceHandle)type.ResolutionScope),
            HandleKind.AssemblyReference => Assembly(reader, (AssemblyReferenceHandle)type.ResolutionScope),
            _ => throw new BadImageFormatException("A type of another module."),
        };
        return Reference(scope, reader.GetString(type.Namespace), reader.GetString(type.Name));
    }

    private EntityHandle? Owner(FoundMethod method)
    {
        var plain = Definition(method.Type.Reader, method.Type.Handle);
        if (method.Arguments.Count == 0) return plain;
        var signature = new BlobBuilder();
        WriteToken(signature, SignatureTypeCode.GenericTypeInstance, method.Type.IsValueType, plain);
        signature.WriteCompressedInteger(method.Arguments.Count);
        foreach (var argument in method.Arguments)
            if (!TryWrite(signature, argument)) return null;
        return Spec(signature);
    }

    // Of which types a generic method is, the runtime does not write: that of reference types is taken where nothing
    // else is known.
    private EntityHandle? Instance(FoundMethod method, EntityHandle member)
    {
        var signature = new BlobBuilder();
        signature.WriteByte((byte)SignatureKind.MethodSpecification);
        var parameters = method.Definition.GetGenericParameters();
        signature.WriteCompressedInteger(parameters.Count);
        for (var i = 0; i < parameters.Count; i++)
        {
            var rules = method.Type.Reader.GetGenericParameter(parameters[i]).Attributes;
            var isKnown = method.Own.Count == parameters.Count;
            if (!isKnown && (rules & GenericParameterAttributes.NotNullableValueTypeConstraint) != 0) return null;
            if (!TryWrite(signature, isKnown ? method.Own[i] : TypeName.Shared)) return null;
        }
        var key = (member, metadata.GetOrAddBlob(signature));
        if (!_specs.TryGetValue(key, out var made))
            _specs.Add(key, made = metadata.AddMethodSpecification(member, key.Item2));
        return made;
    }

    private EntityHandle Spec(BlobBuilder signature)
    {
        var key = (default(EntityHandle), metadata.GetOrAddBlob(signature));
        if (!_specs.TryGetValue(key, out var spec)) _specs.Add(key, spec = metadata.AddTypeSpecification(key.Item2));
        return spec;
    }

    private EntityHandle? Plain(TypeName name)
    {
        if (name.FullName == TypeName.Shared.FullName)
            return Reference(Assembly(SharedAssembly, null), "System", "__Canon");
        return types.Find(name) is { } type && type.Definition.GetGenericParameters().Count == 0
            ? Definition(type.Reader, type.Handle)
            : null;
    }

    private bool TryWrite(BlobBuilder signature, TypeName name)
    {
        // The outermost stands last in the name and first in the signature; other arrays than of one rank are rare.
        for (var at = name.Suffix.Length; at > 0;)
        {
            var code = name.Suffix[at - 1] switch
            {
                '*' => SignatureTypeCode.Pointer,
                ']' when name.Suffix[at - 2] == '[' => SignatureTypeCode.SZArray,
                _ => SignatureTypeCode.Invalid,
            };
            if (code == SignatureTypeCode.Invalid) return false;
            signature.WriteByte((byte)code);
            at -= code == SignatureTypeCode.SZArray ? 2 : 1;
        }
        if (PrimitiveOf(name.FullName) is { } primitive)
        {
            signature.WriteByte((byte)primitive);
            return true;
        }
        if (name.FullName == TypeName.Shared.FullName)
        {
            WriteToken(signature, null, isValueType: false, Plain(name)!.Value);
            return true;
        }
        if (types.Find(name) is not { } type) return false;
        var count = type.Definition.GetGenericParameters().Count;
        if (count != name.Arguments.Count) return false;
        var handle = Definition(type.Reader, type.Handle);
        WriteToken(signature, count == 0 ? null : SignatureTypeCode.GenericTypeInstance, type.IsValueType, handle);
        if (count > 0) signature.WriteCompressedInteger(count);
        foreach (var argument in name.Arguments)
            if (!TryWrite(signature, argument)) return false;
        return true;
    }

    private static void WriteToken(
        BlobBuilder signature, SignatureTypeCode? before, bool isValueType, EntityHandle handle)
    {
        if (before is { } code) signature.WriteByte((byte)code);
        signature.WriteByte((byte)(isValueType ? SignatureTypeKind.ValueType : SignatureTypeKind.Class));
        signature.WriteCompressedInteger(CodedIndex.TypeDefOrRefOrSpec(handle));
    }

    private EntityHandle Reference(EntityHandle scope, string space, string name)
    {
        var key = (scope, space, name);
        if (!_types.TryGetValue(key, out var handle))
        {
            handle = metadata.AddTypeReference(scope, metadata.GetOrAddString(space), metadata.GetOrAddString(name));
            _types.Add(key, handle);
        }
        return handle;
    }

    private EntityHandle Assembly(string name, MetadataReader? reader)
    {
        var key = reader?.GetAssemblyDefinition();
        return Assembly(name, key?.Version ?? new(0, 0, 0, 0), default);
    }

    private EntityHandle Assembly(MetadataReader reader, AssemblyReferenceHandle handle)
    {
        var assembly = reader.GetAssemblyReference(handle);
        var token = assembly.PublicKeyOrToken.IsNil ? [] : reader.GetBlobBytes(assembly.PublicKeyOrToken);
        return Assembly(
            reader.GetString(assembly.Name), assembly.Version,
            token.Length == 8 ? metadata.GetOrAddBlob(token) : default);
    }

    private EntityHandle Assembly(string name, Version version, BlobHandle token)
    {
        if (!_assemblies.TryGetValue(name, out var handle))
        {
            handle = metadata.AddAssemblyReference(
                metadata.GetOrAddString(name), version, default, token, default, default);
            _assemblies.Add(name, handle);
        }
        return handle;
    }

    private static SignatureTypeCode? PrimitiveOf(string fullName) => fullName switch
    {
        "System.Boolean" => SignatureTypeCode.Boolean,
        "System.Char" => SignatureTypeCode.Char,
        "System.SByte" => SignatureTypeCode.SByte,
        "System.Byte" => SignatureTypeCode.Byte,
        "System.Int16" => SignatureTypeCode.Int16,
        "System.UInt16" => SignatureTypeCode.UInt16,
        "System.Int32" => SignatureTypeCode.Int32,
        "System.UInt32" => SignatureTypeCode.UInt32,
        "System.Int64" => SignatureTypeCode.Int64,
        "System.UInt64" => SignatureTypeCode.UInt64,
        "System.IntPtr" => SignatureTypeCode.IntPtr,
        "System.UIntPtr" => SignatureTypeCode.UIntPtr,
        "System.Single" => SignatureTypeCode.Single,
        "System.Double" => SignatureTypeCode.Double,
        "System.String" => SignatureTypeCode.String,
        "System.Object" => SignatureTypeCode.Object,
        "System.Void" => SignatureTypeCode.Void,
        _ => null,
    };
}
