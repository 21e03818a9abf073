using System.Globalization;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Orrery.Tests.Unit.Profile;

/// <summary>Reads a profile as the ahead-of-time compiler does, into lines.</summary>
internal sealed class ProfileReader
{
    private readonly PEReader _image;
    private readonly MetadataReader _metadata;
    private readonly List<string> _lines = [];

    private ProfileReader(byte[] bytes)
    {
        _image = new(new MemoryStream(bytes));
        _metadata = _image.GetMetadataReader();
    }

    /// <summary>Its lines: names of groups, methods, and each entry of counts.</summary>
    public static List<string> Read(byte[] bytes)
    {
        var reader = new ProfileReader(bytes);
        var dictionary = reader._metadata.MethodDefinitions.Single(handle =>
            reader._metadata.StringComparer.Equals(
                reader._metadata.GetMethodDefinition(handle).Name, "AssemblyDictionary"));
        reader.Walk(dictionary);
        return reader._lines;
    }

    private void Walk(MethodDefinitionHandle method)
    {
        var body = _image.GetMethodBody(_metadata.GetMethodDefinition(method).RelativeVirtualAddress);
        var numbers = new List<string>();
        var left = 0;
        for (var il = body.GetILReader(); il.RemainingBytes > 0;)
        {
            var code = (ILOpCode)il.ReadByte();
            if (code == ILOpCode.Pop) continue;
            if (code == ILOpCode.Ldstr)
            {
                _lines.Add(_metadata.GetUserString((UserStringHandle)MetadataTokens.Handle(il.ReadInt32())));
                continue;
            }
            if (code == ILOpCode.Ldtoken)
            {
                var token = MetadataTokens.EntityHandle(il.ReadInt32());
                if (token.Kind == HandleKind.MethodDefinition) Walk((MethodDefinitionHandle)token);
                else if (numbers.Count == 0) _lines.Add("method " + MethodOf(token));
                else numbers.Add("type " + TypeOf(token));
            }
            else
                numbers.Add(Number(code, ref il).ToString(CultureInfo.InvariantCulture));
            // Five fields, of which the fourth tells how many values follow.
            left = numbers.Count == 4 ? int.Parse(numbers[3], CultureInfo.InvariantCulture) : left;
            if (numbers.Count < 5 || numbers.Count < 5 + left) continue;
            _lines.Add(string.Join(' ', numbers));
            numbers.Clear();
        }
    }

    private static int Number(ILOpCode code, ref BlobReader il) => code switch
    {
        >= ILOpCode.Ldc_i4_m1 and <= ILOpCode.Ldc_i4_8 => (int)code - (int)ILOpCode.Ldc_i4_0,
        ILOpCode.Ldc_i4_s => il.ReadSByte(),
        ILOpCode.Ldc_i4 => il.ReadInt32(),
        _ => throw new InvalidOperationException($"{code} is not expected."),
    };

    private string MethodOf(EntityHandle token)
    {
        var arguments = "";
        if (token.Kind == HandleKind.MethodSpecification)
        {
            var spec = _metadata.GetMethodSpecification((MethodSpecificationHandle)token);
            arguments = $"<{string.Join(',', spec.DecodeSignature(new PlainNames(), null))}>";
            token = spec.Method;
        }
        var member = _metadata.GetMemberReference((MemberReferenceHandle)token);
        var signature = member.DecodeMethodSignature(new PlainNames(), null);
        return $"{TypeOf(member.Parent)}.{_metadata.GetString(member.Name)}{arguments} "
            + $"({string.Join(',', signature.ParameterTypes)})";
    }

    private string TypeOf(EntityHandle token) => token.Kind == HandleKind.TypeSpecification
        ? _metadata.GetTypeSpecification((TypeSpecificationHandle)token).DecodeSignature(new PlainNames(), null)
        : new PlainNames().GetTypeFromReference(_metadata, (TypeReferenceHandle)token, 0);
}
