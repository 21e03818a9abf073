using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Orrery.Profile;

/// <summary>
/// Copies a method's signature (ECMA-335, II.23.2) out of its assembly: what it says of types becomes references.
/// </summary>
internal sealed class SignatureCopier(MetadataReader reader, References references)
{
    /// <summary>The signature, with references of the profile.</summary>
    public BlobBuilder Copy(BlobHandle handle)
    {
        var from = reader.GetBlobReader(handle);
        var to = new BlobBuilder();
        CopyMethod(ref from, to);
        return to;
    }

    private void CopyMethod(ref BlobReader from, BlobBuilder to)
    {
        var header = from.ReadSignatureHeader();
        to.WriteByte(header.RawValue);
        if (header.IsGeneric) CopyNumber(ref from, to);
        var parameters = CopyNumber(ref from, to);
        for (var i = 0; i <= parameters; i++) CopyType(ref from, to);
    }

    private void CopyType(ref BlobReader from, BlobBuilder to)
    {
        var code = from.ReadByte();
        to.WriteByte(code);
        switch ((SignatureTypeCode)code)
        {
            case (SignatureTypeCode)SignatureTypeKind.Class or (SignatureTypeCode)SignatureTypeKind.ValueType:
                CopyToken(ref from, to);
                break;
            case SignatureTypeCode.RequiredModifier or SignatureTypeCode.OptionalModifier:
                CopyToken(ref from, to);
                CopyType(ref from, to);
                break;
            case SignatureTypeCode.SZArray or SignatureTypeCode.Pointer or SignatureTypeCode.ByReference
                or SignatureTypeCode.Sentinel or SignatureTypeCode.Pinned:
                CopyType(ref from, to);
                break;
            case SignatureTypeCode.GenericTypeParameter or SignatureTypeCode.GenericMethodParameter:
                CopyNumber(ref from, to);
                break;
            case SignatureTypeCode.GenericTypeInstance:
                CopyType(ref from, to);
                for (var left = CopyNumber(ref from, to); left > 0; left--) CopyType(ref from, to);
                break;
            case SignatureTypeCode.Array:
                CopyType(ref from, to);
                CopyNumber(ref from, to);
                for (var left = CopyNumber(ref from, to); left > 0; left--) CopyNumber(ref from, to);
                // Lower bounds are signed, but written alike.
                for (var left = CopyNumber(ref from, to); left > 0; left--)
                    to.WriteCompressedSignedInteger(from.ReadCompressedSignedInteger());
                break;
            case SignatureTypeCode.FunctionPointer:
                CopyMethod(ref from, to);
                break;
        }
    }

    private void CopyToken(ref BlobReader from, BlobBuilder to)
    {
        var handle = from.ReadTypeHandle();
        var copy = handle.Kind == HandleKind.TypeDefinition
            ? references.Definition(reader, (TypeDefinitionHandle)handle)
            : references.Foreign(reader, (TypeReferenceHandle)handle);
        to.WriteCompressedInteger(CodedIndex.TypeDefOrRefOrSpec(copy));
    }

    private static int CopyNumber(ref BlobReader from, BlobBuilder to)
    {
        var number = from.ReadCompressedInteger();
        to.WriteCompressedInteger(number);
        return number;
    }
}
