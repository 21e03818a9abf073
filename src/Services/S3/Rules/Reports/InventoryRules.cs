using Orrery.Services.S3.Rules.Encrypting;
using Orrery.Services.S3.Rules.Replicating;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Rules.Reports;

/// <summary>
/// Inventory configurations, and when they run. Sources: S3 API Reference, PutBucketInventoryConfiguration; S3 user
/// guide, "Cataloging and analyzing your data with S3 Inventory". Guessed: they run at midnight UTC, weekly ones on
/// Sundays.
/// </summary>
internal static class InventoryRules
{
    /// <summary>The kind of the timer; its subject is the bucket and the configuration.</summary>
    public const string TimerKind = "s3.inventory";

    private const char Divider = '\u0001';
    private const string ArnStart = "arn:aws:s3:::";

    /// <summary>A configuration, checked.</summary>
    /// <exception cref="ServiceException">MalformedXML, InvalidArgument, InvalidS3DestinationBucket, NotImplemented.
    /// </exception>
    public static InventoryConfiguration Checked(
        ReadCall call, Place place, string? id, InventoryConfiguration? sent)
    {
        if (sent is not
            {
                IsEnabled: not null, IncludedObjectVersions: not null, Schedule.Frequency: not null,
                Destination.S3BucketDestination: { Bucket: { } arn, Format: { } format } target,
            })
            throw Errors.Malformed();
        ManySettings.Id(id, sent.Id);
        if (format is not InventoryFormat.Csv) throw Errors.NotServed($"inventories as {format.ToWire()}");
        if (target.Encryption is { SSES3: not null, SSEKMS: not null }) throw Errors.Malformed();
        if (!arn.StartsWith(ArnStart, StringComparison.Ordinal)
            || Replicas.PlaceOf(call, arn[ArnStart.Length..]) is not { } there
            || (target.AccountId is { } account && account != there.Scope.Account))
            throw new ServiceException(
                "InvalidS3DestinationBucket", "The specified S3 destination bucket is not valid.", 400);
        if (there.Scope.Region != place.Scope.Region)
            throw new ServiceException(
                "InvalidS3DestinationBucket", "The destination bucket has to be in the region of the source.", 400);
        return sent.OptionalFields?.Distinct().Count() < sent.OptionalFields?.Count
            ? throw Errors.Malformed()
            : sent;
    }

    /// <summary>Has an inventory run when it should, or not any more.</summary>
    public static void Changed(Call call, Place place, string id)
    {
        var subject = SubjectOf(place.Name, id);
        call.Cancel(TimerKind, subject, place.Scope);
        call.Write(Tables.Reports, place.Scope).Remove(new($"{place.Name}/{id}"));
        if (Find(place, id) is { } wanted)
            call.Schedule(TimerKind, Next(wanted, call.Now), subject, place.Scope);
    }

    /// <summary>A bucket is gone.</summary>
    public static void Forget(Call call, Place place)
    {
        foreach (var answer in Kept.All<GetBucketInventoryConfigurationResult>(place.Bucket))
        {
            var id = answer.InventoryConfiguration!.Id!;
            call.Cancel(TimerKind, SubjectOf(place.Name, id), place.Scope);
            call.Write(Tables.Reports, place.Scope).Remove(new($"{place.Name}/{id}"));
        }
    }

    /// <summary>The bucket and the configuration of a timer.</summary>
    public static (string Bucket, string Id) Read(string subject)
    {
        var parts = subject.Split(Divider, 2);
        return (parts[0], parts[1]);
    }

    /// <summary>A configuration that is enabled, or null.</summary>
    public static InventoryConfiguration? Find(Place place, string id) =>
        Kept.Find<GetBucketInventoryConfigurationResult>(place.Bucket, id)?.InventoryConfiguration is
            { IsEnabled: true } wanted
            ? wanted
            : null;

    /// <summary>The bucket that it goes to; null where that is gone.</summary>
    public static Place? TargetOf(ReadCall call, InventoryConfiguration wanted) =>
        Replicas.PlaceOf(call, wanted.Destination!.S3BucketDestination!.Bucket![ArnStart.Length..]);

    /// <summary>How its files are to be encrypted.</summary>
    public static EncryptionWish EncryptionOf(InventoryConfiguration wanted) =>
        wanted.Destination!.S3BucketDestination!.Encryption switch
        {
            { SSEKMS: { } kms } => new() { Algorithm = "aws:kms", KeyId = kms.KeyId },
            { SSES3: not null } => new() { Algorithm = "AES256" },
            _ => new(),
        };

    /// <summary>The next instant at which it runs.</summary>
    public static DateTimeOffset Next(InventoryConfiguration wanted, DateTimeOffset now)
    {
        var midnight = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddDays(1);
        if (wanted.Schedule!.Frequency is InventoryFrequency.Daily) return midnight;
        while (midnight.DayOfWeek != DayOfWeek.Sunday) midnight = midnight.AddDays(1);
        return midnight;
    }

    private static string SubjectOf(string bucket, string id) => $"{bucket}{Divider}{id}";
}
