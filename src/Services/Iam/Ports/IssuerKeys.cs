using Orrery.Contracts.Identity;
using Orrery.Services.Iam.Rules.Federation;

namespace Orrery.Services.Iam.Ports;

/// <summary>The keys of issuers, in the scope of the whole world: they are on the internet, in no account.</summary>
internal sealed class IssuerKeys : IIssuerKeys
{
    /// <inheritdoc/>
    public string? KeysOf(ReadCall call, string issuer) =>
        call.Read(Tables.Issuers, Scope.World).Find(Key(issuer))?.KeySet;

    /// <inheritdoc/>
    public IReadOnlyList<IssuerFacts> All(ReadCall call) =>
        [.. call.Read(Tables.Issuers, Scope.World).All().Select(Facts)];

    /// <inheritdoc/>
    public IssuerFacts Declare(Call call, string issuer, string keySet)
    {
        if (!Uri.TryCreate(issuer, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps
            || address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            throw new ServiceException(
                "InvalidIssuer", $"'{issuer}' is no issuer: expected https://HOST/PATH, as tokens have it in iss.");
        }

        var record = new IssuerRecord
        {
            Issuer = Key(issuer), KeySet = keySet, Keys = KeySets.Read(keySet), DeclaredAt = call.Now,
        };
        call.Write(Tables.Issuers, Scope.World).Put(record);
        return Facts(record);
    }

    /// <inheritdoc/>
    public void Remove(Call call, string issuer)
    {
        if (!call.Write(Tables.Issuers, Scope.World).Remove(Key(issuer)))
            throw new ServiceException("NoSuchIssuer", $"No keys were declared for '{issuer}'.", 404);
    }

    private static IamKey Key(string issuer) => new(issuer.TrimEnd('/'));

    private static IssuerFacts Facts(IssuerRecord record) => new(record.Issuer.Value, record.Keys, record.DeclaredAt);
}
