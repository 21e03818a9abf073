using System.Globalization;
using System.Text;

namespace Orrery.Services.Iam.Rules;

/// <summary>
/// The report of all users with the state of their credentials. Source: IAM User Guide, "Generate credential reports
/// for your AWS account".
/// </summary>
internal static class CredentialReport
{
    /// <summary>The kind of the timer that makes a report.</summary>
    public const string Timer = "iam.credential-report";

    private const string None = "N/A";
    private const string Header =
        "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,"
        + "password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,"
        + "access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,"
        + "access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,"
        + "access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated";

    /// <summary>How long a report takes (guessed).</summary>
    public static readonly TimeSpan Time = TimeSpan.FromSeconds(5);

    /// <summary>How long a report serves before another is made.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(4);

    /// <summary>The report as of now.</summary>
    public static string Of(ReadCall call)
    {
        var rules = Home.Account(call).PasswordRules;
        var text = new StringBuilder(Header).Append('\n');
        string[] root =
        [
            "<root_account>", Caller.Root(call.Account).Arn, None, "not_supported", "no_information", "not_supported",
            "not_supported",
        ];
        text.AppendJoin(',', root.Concat(Rest(call, $"{call.Account}/", call.Account)));
        foreach (var user in call.Mine(Tables.Users).All())
        {
            var login = user.Login;
            string[] own =
            [
                user.Name, user.Arn, Instant(user.CreatedAt), Flag(login is not null),
                login is null ? None : "no_information",
                login is null ? None : Instant(login.ChangedAt),
                login is not null && PasswordRules.ExpiryOf(rules, login) is { } expiry ? Instant(expiry) : None,
            ];
            text.Append('\n').AppendJoin(',', own.Concat(Rest(call, $"{call.Account}/{user.Id}", user.Id)));
        }

        return text.ToString();
    }

    private static IEnumerable<string> Rest(ReadCall call, string keyOwner, string owner)
    {
        yield return Flag(call.Mine(Tables.Devices).HasAny(Tables.DevicesByUser, owner));
        var keys = call.Read(Tables.AccessKeys, Scope.World).By(Tables.KeysByOwner, keyOwner)
            .OrderBy(k => k.CreatedAt).Take(2).ToList();
        for (var i = 0; i < 2; i++)
        {
            var key = i < keys.Count ? keys[i] : null;
            var use = key is null ? null : LastUse.OfKey(call, key.Id.Value);
            yield return Flag(key?.IsActive == true);
            yield return key is null ? None : Instant(key.CreatedAt);
            yield return use is null ? None : Instant(use.At);
            yield return use?.Region ?? None;
            yield return use?.Service ?? None;
        }

        var certificates = call.Mine(Tables.SigningCertificates).By(Tables.SigningByUser, owner).ToList();
        for (var i = 0; i < 2; i++)
        {
            var certificate = i < certificates.Count ? certificates[i] : null;
            yield return Flag(certificate?.IsActive == true);
            yield return certificate is null ? None : Instant(certificate.UploadedAt);
        }
    }

    private static string Flag(bool value) => value ? "true" : "false";

    private static string Instant(DateTimeOffset at) =>
        at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'+00:00'", CultureInfo.InvariantCulture);
}
