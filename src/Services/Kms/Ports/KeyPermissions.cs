using Orrery.Contracts.Identity;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Kms.Crypto;
using Orrery.Services.Kms.Records;
using Orrery.Services.Kms.Rules;

namespace Orrery.Services.Kms.Ports;

/// <summary>What policies ask of keys: their policies, grants and tags, and which one a request means.</summary>
internal sealed class KeyPermissions : IResourcePolicies, IResourceFacts, IResourceGrants
{
    private const string KeyMark = "key/";
    private const int LongestId = 36;

    /// <inheritdoc/>
    public string Service => "kms";

    /// <inheritdoc/>
    public ResourcePolicyFacts? Find(ReadCall call, string action, string arn)
    {
        if (PlaceOf(call, arn) is { } place)
            return new(place.Scope.Account, new(place.Arn, place.Key.Policy)) { IsKey = true };
        return arn.Split(':') is [_, _, _, _, { Length: 12 } account, _] ? new(account, null) : null;
    }

    /// <inheritdoc/>
    public IEnumerable<string> All(ReadCall call, Scope scope) =>
        call.Read(Tables.Keys, scope).All().Select(k => Places.Arn(scope, k.Id.Value));

    /// <inheritdoc/>
    public string? ArnOf(ReadCall call, string type, string name)
    {
        var isArn = name.StartsWith("arn:", StringComparison.Ordinal);
        var plain = isArn ? name[(name.LastIndexOf(':') + 1)..] : name;
        if (plain.StartsWith("alias/", StringComparison.Ordinal))
        {
            var scope = isArn ? ScopeOf(name) : call.Scope;
            return type == "key" && call.Read(Tables.Aliases, scope).Find(new(plain)) is { } alias
                ? Places.Arn(scope, alias.Target)
                : Places.AliasArn(scope, plain);
        }

        if (isArn || type != "key") return null;
        if (name.Length <= LongestId) return Places.Arn(call.Scope, name);
        return OfCiphertext(call, name) ?? OfToken(call, name) ?? Places.Arn(call.Scope, "*");
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string>? TagsOf(ReadCall call, string arn) => PlaceOf(call, arn)?.Key.Tags;

    /// <inheritdoc/>
    public IReadOnlyCollection<string>? ValuesOf(ReadCall call, string arn, string key) =>
        PlaceOf(call, arn) is { } place ? KeyProperties.Of(call, place, key) : null;

    /// <inheritdoc/>
    public string? Find(ReadCall call, Caller who, GrantQuestion question)
    {
        if (PlaceOf(call, question.Arn) is not { } place) return null;
        var operation = question.Action[(question.Action.IndexOf(':') + 1)..];
        if (operation == "RetireGrant") return Retired(call, place, who, question)?.Id.Value;
        var context = question.Map(operation switch
        {
            "ReEncryptFrom" => "SourceEncryptionContext",
            "ReEncryptTo" => "DestinationEncryptionContext",
            _ => "EncryptionContext",
        });
        return GrantRules.Find(call, place, who, (operation, new(context, null)))?.Id.Value;
    }

    /// <inheritdoc/>
    public IReadOnlyList<PolicyText> Of(ReadCall call, string arn) => PlaceOf(call, arn) is not { } place
        ? []
        :
        [
            .. call.Read(Tables.Grants, place.Scope).By(Tables.GrantsByKey, place.Key.Id.Value)
                .Select(grant => new PolicyText($"{arn}#{grant.Id}", GrantTexts.Of(grant))),
        ];

    private static GrantRecord? Retired(ReadCall call, KeyPlace place, Caller who, GrantQuestion question)
    {
        var (token, id) = (question.Value("GrantToken"), question.Value("GrantId"));
        return call.Read(Tables.Grants, place.Scope).By(Tables.GrantsByKey, place.Key.Id.Value)
            .FirstOrDefault(grant =>
                (grant.Token == token || grant.Id.Value == id) && GrantRules.MayRetire(call, who, grant));
    }

    private static KeyPlace? PlaceOf(ReadCall call, string arn)
    {
        if (arn.Split(':') is not [_, _, "kms", { Length: > 0 } region, { Length: 12 } account, var name]) return null;
        if (!name.StartsWith(KeyMark, StringComparison.Ordinal)) return null;
        var scope = new Scope(account, region);
        return call.Read(Tables.Keys, scope).Find(new(name[KeyMark.Length..])) is { } key ? new(scope, key) : null;
    }

    private static Scope ScopeOf(string arn)
    {
        var parts = arn.Split(':');
        return new(parts[4], parts[3]);
    }

    private static string? OfCiphertext(ReadCall call, string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length)
            && CiphertextBlob.TryRead(bytes.AsSpan(0, length), out var blob)
                ? Places.Arn(new(blob.Account, call.Region), blob.KeyId)
                : null;
    }

    private static string? OfToken(ReadCall call, string token)
    {
        foreach (var scope in call.Scopes.Where(s => s.Region == call.Region))
        {
            if (call.Read(Tables.Grants, scope).By(Tables.GrantsByToken, token).FirstOrDefault() is { } grant)
                return Places.Arn(scope, grant.KeyId);
        }

        return null;
    }
}
