using Orrery.Engines.Policies.Requests;

namespace Orrery.Authorization.Deciding;

/// <summary>
/// Attributes that an operation of EC2 sets, by the names of the request's members. Source: EC2 User Guide,
/// "Identity-based policies for Amazon EC2", "ec2:Attribute condition key": values that are primitive, and objects that
/// have a value alone. That what names the resource is no attribute is guessed.
/// </summary>
internal static class AttributeKeys
{
    /// <summary>The key.</summary>
    public const string Name = "ec2:Attribute";

    private const string Attribute = "Attribute";
    private const string Value = "Value";

    private static readonly string[] Others = [Attribute, Value, "ClientToken", "DryRun", "OperationType"];

    /// <summary>The names of the attributes that are set.</summary>
    public static ContextValues Names(CallContext context)
    {
        if (!IsServed(context)) return ContextValues.None;
        var id = context.Resource[(context.Resource.LastIndexOf('/') + 1)..];
        var set = context.Members.Names.Where(n => !Others.Contains(n) && !context.Members.At(n).Contains(id));
        return CallContext.Many([.. context.Members.At(Attribute).Concat(set).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>What an attribute is set to. Keys do not depend on case.</summary>
    public static ContextValues ValuesOf(CallContext context, string name)
    {
        if (!IsServed(context)) return ContextValues.None;
        var members = context.Members;
        if (members.At(Attribute) is [var named] && Is(named, name) && members.At(Value) is { Count: > 0 } given)
            return CallContext.Many(given);
        if (members.Names.FirstOrDefault(n => Is(n, name)) is not { } member || Others.Contains(member))
            return ContextValues.None;
        var plain = members.At(member);
        return CallContext.Many(plain.Count > 0 ? plain : members.At($"{member}.{Value}"));
    }

    private static bool IsServed(CallContext context) =>
        context.Request.Entry.Service.Id == "ec2"
        && (context.Request.Entry.Operation.StartsWith("Modify", StringComparison.Ordinal)
            || context.Request.Entry.Operation.StartsWith("Reset", StringComparison.Ordinal));

    private static bool Is(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
