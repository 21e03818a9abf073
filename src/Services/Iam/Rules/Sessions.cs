using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Iam.Records;
using Orrery.Wire.Generated.Sts;

namespace Orrery.Services.Iam.Rules;

/// <summary>Makes temporary credentials, and ends them when their time is over.</summary>
internal static class Sessions
{
    /// <summary>The kind of the timer that removes expired credentials.</summary>
    public const string ExpiryTimer = "sts.session-expired";

    // Expired credentials are still recognised for this long, so that their use is answered with ExpiredToken.
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    /// <summary>Makes credentials and keeps them until a day after they expire.</summary>
    public static SessionRecord Open(Call call, SessionRequest request)
    {
        Span<byte> bytes = stackalloc byte[16 + 30 + 96];
        call.Random.Fill(bytes);
        var session = new SessionRecord
        {
            Id = new AccessKeyId("ASIA" + UniqueIds.Encode(bytes[..16])),
            SecretAccessKey = Convert.ToBase64String(bytes[16..46]),
            SessionToken = Convert.ToBase64String(bytes[46..]),
            Account = request.Account,
            Arn = request.Arn,
            UserId = request.UserId,
            Expiration = call.Now + request.Duration,
            SourceIdentity = request.SourceIdentity,
        };
        call.Write(Tables.Sessions, Scope.World).Put(session);
        call.Schedule(ExpiryTimer, session.Expiration + Remembered, session.Id.Value, Scope.World);
        return session;
    }

    /// <summary>The credentials as the API writes them.</summary>
    public static Credentials View(SessionRecord session) => new()
    {
        AccessKeyId = session.Id.Value,
        SecretAccessKey = session.SecretAccessKey,
        SessionToken = session.SessionToken,
        Expiration = session.Expiration,
    };
}
