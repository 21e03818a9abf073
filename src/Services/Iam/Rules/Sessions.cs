using Orrery.Wire.Generated.Sts;

namespace Orrery.Services.Iam.Rules;

/// <summary>Makes temporary credentials, and ends them when their time is over.</summary>
internal static class Sessions
{
    /// <summary>The kind of the timer that removes expired credentials.</summary>
    public const string ExpiryTimer = "sts.session-expired";

    private const int SecretBytes = 30;
    private const int TokenBytes = 96;

    // Expired credentials are still recognised for this long, so that their use is answered with ExpiredToken.
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    /// <summary>A new secret access key.</summary>
    public static string NewSecret(Call call) => Text(call, SecretBytes);

    /// <summary>Makes credentials and keeps them until a day after they expire.</summary>
    public static SessionRecord Open(Call call, SessionRequest request)
    {
        var session = new SessionRecord
        {
            Id = new AccessKeyId(UniqueIds.NewKey(call, "ASIA", request.Account)),
            SecretAccessKey = NewSecret(call),
            SessionToken = Text(call, TokenBytes),
            Account = request.Account,
            Arn = request.Arn,
            UserId = request.UserId,
            Expiration = call.Now + request.Duration,
            SourceIdentity = request.SourceIdentity,
            IssuedAt = call.Now,
            Issuer = request.Issuer,
            Policy = request.Policies.Document,
            PolicyArns = request.Policies.Arns.Count > 0 ? request.Policies.Arns : null,
            Tags = request.Tags.All.Count > 0 ? request.Tags.All : null,
            Transitive = request.Tags.Transitive.Count > 0 ? request.Tags.Transitive : null,
            MfaAt = request.MfaAt,
            Provider = request.Provider,
            Service = request.Service,
            IsFederated = request.IsFederated,
        };
        call.Write(Tables.Sessions, Scope.World).Put(session);
        call.Schedule(ExpiryTimer, session.Expiration + Remembered, session.Id.Value, Scope.World);
        return session;
    }

    /// <summary>The session that signs a call; null where a lasting key does.</summary>
    public static SessionRecord? Of(ReadCall call) =>
        call.Read(Tables.Sessions, Scope.World).Find(new(call.Caller.AccessKeyId));

    /// <summary>The credentials as the API writes them.</summary>
    public static Credentials View(SessionRecord session) => new()
    {
        AccessKeyId = session.Id.Value,
        SecretAccessKey = session.SecretAccessKey,
        SessionToken = session.SessionToken,
        Expiration = session.Expiration,
    };

    private static string Text(Call call, int bytes)
    {
        var chance = new byte[bytes];
        call.Random.Fill(chance);
        return Convert.ToBase64String(chance);
    }
}
