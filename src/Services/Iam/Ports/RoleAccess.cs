using Orrery.Contracts.Identity;

namespace Orrery.Services.Iam.Ports;

/// <summary>What policies ask of identities: who may assume a role, ARNs with their paths, and tags.</summary>
internal sealed class RoleAccess : IResourcePolicies, IResourceFacts
{
    private const int ArnParts = 6;

    /// <inheritdoc/>
    public string Service => "iam";

    /// <inheritdoc/>
    public ResourcePolicyFacts? Find(ReadCall call, string action, string arn)
    {
        if (!action.StartsWith("sts:", StringComparison.Ordinal) || Part(arn, 4) is not { Length: 12 } account
            || Part(arn, 5) == "root")
            return null;
        var role = call.Read(Tables.Roles, Scope.Global(account)).Find(IamKey.OfName(Arns.NameOf(arn)));
        return new(account, role?.Arn == arn ? new(arn, role.Trust) : null) { IsTrust = true };
    }

    /// <inheritdoc/>
    public IEnumerable<string> All(ReadCall call, Scope scope) =>
        call.Read(Tables.Roles, Scope.Global(scope.Account)).All().Select(r => r.Arn);

    /// <inheritdoc/>
    public string? ArnOf(ReadCall call, string type, string name) => type switch
    {
        "user" => ArnOfUser(call, name),
        "group" => call.Mine(Tables.Groups).Find(IamKey.OfName(name))?.Arn,
        "role" => call.Mine(Tables.Roles).Find(IamKey.OfName(Arns.NameOf(name)))?.Arn,
        "instance-profile" => call.Mine(Tables.Profiles).Find(IamKey.OfName(name))?.Arn,
        "server-certificate" => call.Mine(Tables.ServerCertificates).Find(IamKey.OfName(name))?.Arn,
        _ => null,
    };

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string>? TagsOf(ReadCall call, string arn)
    {
        if (Part(arn, 4) is not { Length: 12 } account) return null;
        var (scope, path) = (Scope.Global(account), Part(arn, 5) ?? "");
        var key = IamKey.OfName(Arns.NameOf(arn));
        HolderRecord? holder = path.StartsWith("user/", StringComparison.Ordinal)
            ? call.Read(Tables.Users, scope).Find(key)
            : path.StartsWith("role/", StringComparison.Ordinal) ? call.Read(Tables.Roles, scope).Find(key) : null;
        return holder?.Tags.ToDictionary(t => t.Key, t => t.Value, StringComparer.OrdinalIgnoreCase);
    }

    // By name, or by an access key of the user or of the root user.
    private static string? ArnOfUser(ReadCall call, string name)
    {
        if (call.Mine(Tables.Users).Find(IamKey.OfName(name)) is { } user) return user.Arn;
        if (call.Read(Tables.AccessKeys, Scope.World).Find(new(name)) is not { } key || key.Account != call.Account)
            return null;
        return key.User.Length == 0
            ? Caller.Root(key.Account).Arn
            : Holders.UserOf(call, key.Account, key.User)?.Arn;
    }

    private static string? Part(string arn, int index) =>
        arn.Split(':', ArnParts) is { Length: ArnParts } parts ? parts[index] : null;
}
