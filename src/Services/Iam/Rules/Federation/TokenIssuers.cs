using System.Security.Cryptography;
using Orrery.Contracts;
using Orrery.Contracts.Identity;

namespace Orrery.Services.Iam.Rules.Federation;

/// <summary>
/// Accounts that issue tokens for others. Sources: IAM API Reference, EnableOutboundWebIdentityFederation; IAM User
/// Guide, "Getting started with outbound identity federation". With AWS the address is below tokens.sts.global.api.aws;
/// here it is where Orrery answers. That an account keeps its address when it is enabled anew is guessed.
/// </summary>
internal static class TokenIssuers
{
    private const int RsaBits = 2048;
    private const int CurveBytes = 48;
    private const int IdBytes = 16;
    private const string Local = "localhost";

    private static readonly Uri Standard = new("http://localhost:4566/");

    /// <summary>The account as issuer, whether it is enabled or not; null where it never was.</summary>
    public static TokenIssuerRecord? Of(ReadCall call, string account) =>
        call.Read(Tables.TokenIssuers, Scope.World).By(Tables.TokenIssuersByAccount, account).FirstOrDefault();

    /// <summary>The account as issuer.</summary>
    /// <exception cref="ServiceException">FeatureDisabled.</exception>
    public static TokenIssuerRecord Enabled(ReadCall call) =>
        Of(call, call.Account) is { IsEnabled: true } issuer
            ? issuer
            : throw new ServiceException(
                "FeatureDisabled", "Outbound web identity federation is not enabled for this account.", 404);

    /// <summary>An issuer by its id; null where there is none.</summary>
    public static TokenIssuerRecord? Find(ReadCall call, string id) =>
        call.Read(Tables.TokenIssuers, Scope.World).Find(new(id));

    /// <summary>Keeps an issuer.</summary>
    public static void Put(Call call, TokenIssuerRecord issuer) =>
        call.Write(Tables.TokenIssuers, Scope.World).Put(issuer);

    /// <summary>Lets an account issue tokens, with keys of its own.</summary>
    public static TokenIssuerRecord New(Call call)
    {
        var bytes = new byte[IdBytes];
        call.Random.Fill(bytes);
        using var rsa = RSA.Create(RsaBits);
        return new()
        {
            Id = new(new Guid(bytes).ToString()),
            Account = call.Account,
            IsEnabled = true,
            RsaKey = Convert.ToBase64String(rsa.ExportPkcs8PrivateKey()),
            CurveKey = Convert.ToBase64String(NewCurveKey(call)),
        };
    }

    /// <summary>The address of an issuer, as its tokens have it in <c>iss</c>.</summary>
    public static string UrlOf(ReadCall call, string id)
    {
        var own = call.FindPort<IOwnAddress>()?.Endpoint ?? Standard;
        return $"{own.Scheme}://{id}{ITokenIssuers.Domain}.{Local}:{own.Port}";
    }

    // Of the world's chance. A number that is not below the order of the curve is rarer than one in 2^190.
    private static byte[] NewCurveKey(Call call)
    {
        var secret = new byte[CurveBytes];
        call.Random.Fill(secret);
        using var curve = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP384, D = secret });
        return curve.ExportPkcs8PrivateKey();
    }
}
