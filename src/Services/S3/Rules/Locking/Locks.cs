using Orrery.Contracts.Identity;
using Orrery.Services.S3.Records;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Rules.Locking;

/// <summary>
/// Object Lock. Sources: S3 user guide, "Locking objects with Object Lock", "Object Lock considerations"; S3 API
/// Reference, PutObjectRetention, PutObjectLegalHold. That a change of the mode to COMPLIANCE is none that needs to
/// bypass governance is guessed, and so are texts of some errors.
/// </summary>
internal static class Locks
{
    private const string Governance = "GOVERNANCE";
    private const int MostDays = 36_500;
    private const int MostYears = 100;

    /// <summary>Whether a version may not be removed or replaced now.</summary>
    public static bool IsHeld(VersionRecord version, DateTimeOffset now) =>
        version.HasLegalHold == true || version.Retention?.Until > now;

    /// <summary>Refuses the removal of a version that is locked.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">The request: to bypass governance takes a permission.</param>
    /// <param name="version">The version.</param>
    /// <param name="bypass">Whether the request wants to bypass governance.</param>
    /// <exception cref="ServiceException">AccessDenied.</exception>
    public static void CheckRemoval(ReadCall call, object request, VersionRecord version, bool bypass)
    {
        if (!IsHeld(version, call.Now)) return;
        if (version.HasLegalHold == true || version.Retention!.Mode != Governance || !bypass) throw Errors.Locked();
        CheckBypass(call, request, version);
    }

    /// <summary>Refuses a retention that loosens what binds.</summary>
    /// <exception cref="ServiceException">AccessDenied.</exception>
    public static void CheckChange(
        ReadCall call, object request, VersionRecord version, RetentionRecord? wanted, bool bypass)
    {
        if (version.Retention is not { } now || now.Until <= call.Now) return;
        var isLooser = wanted is null || wanted.Until < now.Until;
        if (now.Mode != Governance)
        {
            if (isLooser || wanted!.Mode != now.Mode) throw Errors.Locked();
            return;
        }

        if (!isLooser) return;
        if (!bypass) throw Errors.Locked();
        CheckBypass(call, request, version);
    }

    /// <summary>The retention of a version whose twin in another bucket has one: compliance is not loosened by
    /// replication either (guessed).</summary>
    public static RetentionRecord? Followed(RetentionRecord? mine, RetentionRecord? twin) =>
        mine is { Mode: not Governance } && !(twin?.Mode == mine.Mode && twin.Until >= mine.Until) ? mine : twin;

    /// <summary>The lock of a new version: what the request says, else what the bucket says of all.</summary>
    /// <exception cref="ServiceException">InvalidRequest, InvalidArgument.</exception>
    public static VersionRecord Applied(ReadCall call, Place place, LockWish wish, VersionRecord version)
    {
        var retention = Retention(call, place, wish);
        return retention is null && wish.Hold is null
            ? version
            : version with { Retention = retention, HasLegalHold = wish.Hold is null ? null : wish.Hold == "ON" };
    }

    /// <summary>Refuses a lock that cannot be.</summary>
    /// <exception cref="ServiceException">InvalidRequest, InvalidArgument.</exception>
    public static void Check(ReadCall call, Place place, LockWish wish) => Retention(call, place, wish);

    /// <summary>Whether what is uploaded will be locked, by its request or by default, so that its bytes have to be
    /// checked. Sources: S3 API Reference, PutObject and UploadPart, Content-MD5; S3 user guide, "Object Lock
    /// considerations".</summary>
    public static bool Bind(Place place, LockWish wish) => !wish.IsEmpty || place.Bucket.Lock is { Mode: not null };

    /// <summary>A retention as a request brings it.</summary>
    /// <exception cref="ServiceException">InvalidArgument.</exception>
    public static RetentionRecord Checked(string mode, DateTimeOffset until, DateTimeOffset now) => until > now
        ? new(mode, until)
        : throw Errors.InvalidArgument("The retain until date must be in the future!");

    /// <summary>The configuration of a bucket that has one.</summary>
    /// <exception cref="ServiceException">InvalidRequest.</exception>
    public static LockRecord Of(Place place) => place.Bucket.Lock ?? throw Errors.InvalidRequest(
        "Bucket is missing Object Lock Configuration");

    /// <summary>A configuration as it is sent.</summary>
    /// <exception cref="ServiceException">MalformedXML, InvalidArgument.</exception>
    public static LockRecord Read(ObjectLockConfiguration? sent)
    {
        if (sent?.ObjectLockEnabled is not ObjectLockEnabled.Enabled) throw Errors.Malformed();
        if (sent.Rule is null) return new();
        if (sent.Rule.DefaultRetention is not { Mode: { } mode } standard) throw Errors.Malformed();
        if (standard.Days is null == standard.Years is null) throw Errors.Malformed();
        if (standard.Days is < 1 || standard.Years is < 1)
            throw Errors.InvalidArgument("Default retention period must be a positive integer value.");
        if (standard.Days > MostDays || standard.Years > MostYears)
            throw Errors.InvalidArgument("Default retention period too large");
        return new(mode.ToWire(), standard.Days, standard.Years);
    }

    private static RetentionRecord? Retention(ReadCall call, Place place, LockWish wish)
    {
        if (!wish.IsEmpty) Of(place);
        if (wish.Mode is null != wish.Until is null)
            throw Errors.InvalidArgument(
                "x-amz-object-lock-retain-until-date and x-amz-object-lock-mode must both be supplied");
        if (wish.Mode is { } mode) return Checked(mode, wish.Until!.Value, call.Now);
        return place.Bucket.Lock is { Mode: { } standard } rule
            ? new(standard, rule.Days is { } days ? call.Now.AddDays(days) : call.Now.AddYears(rule.Years!.Value))
            : null;
    }

    private static void CheckBypass(ReadCall call, object request, VersionRecord version)
    {
        var arn = $"arn:aws:s3:::{version.Bucket}/{version.Key}";
        var judge = call.FindPort<IStoreJudge>();
        if (judge?.Refusal(call, request, new("s3:BypassGovernanceRetention", arn, version.VersionId)) is not null)
            throw Errors.Locked();
    }
}
