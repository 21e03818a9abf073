using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Orrery.Profile;

/// <summary>Finds which generic methods a method calls, and of which types.</summary>
internal sealed class CallScanner(TypeIndex types)
{
    private const byte LongCode = 0xFE;

    private static readonly Dictionary<int, OpCode> Codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(static field => (OpCode)field.GetValue(null)!)
        .ToDictionary(static code => (int)(ushort)code.Value);

    /// <summary>The calls of a method in its own IL, those of generic types and generic methods.</summary>
    public IEnumerable<FoundMethod> CallsOf(FoundMethod caller)
    {
        var address = caller.Definition.RelativeVirtualAddress;
        if (address == 0) yield break;
        var names = new InstanceNames(caller.Arguments, caller.Own);
        foreach (var token in Tokens(caller.Type.Image.GetMethodBody(address).GetILReader()))
            if (Resolve(caller.Type, token, names) is { } called) yield return called;
    }

    private static List<EntityHandle> Tokens(BlobReader il)
    {
        var tokens = new List<EntityHandle>();
        while (il.RemainingBytes > 0)
        {
            int first = il.ReadByte();
            var code = Codes[first == LongCode ? (first << 8) | il.ReadByte() : first];
            if (code.OperandType == OperandType.InlineMethod) tokens.Add(MetadataTokens.EntityHandle(il.ReadInt32()));
            else if (code.OperandType == OperandType.InlineSwitch)
            {
                var targets = il.ReadInt32();
                il.Offset += targets * sizeof(int);
            }
            else il.Offset += SizeOf(code.OperandType);
        }
        return tokens;
    }

    private static int SizeOf(OperandType type) => type switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };

    private FoundMethod? Resolve(IndexedType within, EntityHandle token, InstanceNames names)
    {
        var reader = within.Reader;
        IReadOnlyList<TypeName> own = [];
        if (token.Kind == HandleKind.MethodSpecification)
        {
            var spec = reader.GetMethodSpecification((MethodSpecificationHandle)token);
            own = spec.DecodeSignature(names, null);
            token = spec.Method;
        }
        if (token.Kind == HandleKind.MethodDefinition)
        {
            var handle = (MethodDefinitionHandle)token;
            var owner = reader.GetMethodDefinition(handle).GetDeclaringType();
            return own.Count == 0 ? null : new(within with { Handle = owner }, handle, [], own);
        }
        var member = reader.GetMemberReference((MemberReferenceHandle)token);
        TypeName? type = member.Parent.Kind switch
        {
            HandleKind.TypeSpecification =>
                reader.GetTypeSpecification((TypeSpecificationHandle)member.Parent).DecodeSignature(names, null),
            HandleKind.TypeReference when own.Count > 0 =>
                names.GetTypeFromReference(reader, (TypeReferenceHandle)member.Parent, 0),
            _ => null,
        };
        if (type is not { Suffix: "" } || types.Find(type) is not { } found) return null;
        var name = reader.GetString(member.Name);
        var signature = SignatureText.Of(member);
        foreach (var handle in found.Definition.GetMethods())
        {
            var candidate = found.Reader.GetMethodDefinition(handle);
            if (found.Reader.StringComparer.Equals(candidate.Name, name) && SignatureText.Of(candidate) == signature)
                return new(found, handle, type.Arguments, own);
        }
        return null;
    }
}
