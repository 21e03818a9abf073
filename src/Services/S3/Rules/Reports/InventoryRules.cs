using Orrery.Services.S3.Rules.Encrypting;
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
        ReportTargets.Check(call, place, arn, target.AccountId);
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
        ReportTargets.Of(call, wanted.Destination!.S3BucketDestination!.Bucket!);

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

    /// <summary>What a timer is given.</summary>
    public static string SubjectOf(string bucket, string id) => $"{bucket}{Divider}{id}";
}
