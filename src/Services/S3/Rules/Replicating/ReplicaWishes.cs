using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Rules.Replicating;

/// <summary>
/// What rules may want besides copies: metrics, time control, other owners, what is chosen at the source. Sources: S3
/// API Reference, Metrics, ReplicationTime, AccessControlTranslation, SourceSelectionCriteria; messages are AWS's as
/// clients report them (crossplane-contrib/provider-aws issue 1117 has the one of event thresholds).
/// </summary>
internal static class ReplicaWishes
{
    // S3 API Reference, ReplicationTimeValue: the valid value is 15.
    private const int Minutes = 15;

    /// <summary>Refuses a rule that wants what cannot be, or is not served.</summary>
    /// <exception cref="ServiceException">MalformedXML, InvalidRequest, InvalidArgument, NotImplemented.</exception>
    public static void Check(ReplicationRule rule)
    {
        var destination = rule.Destination!;
        if (destination.Metrics is { Status: null }) throw Errors.Malformed();
        if (destination.ReplicationTime is { } time) Check(rule, time);
        CheckThreshold(destination);
        if (destination.AccessControlTranslation is { } translation)
        {
            if (translation.Owner is null) throw Errors.Malformed();
            if (string.IsNullOrEmpty(destination.Account)) throw Errors.InvalidRequest(
                "Account must be specified if the Owner in AccessControlTranslation has a value");
        }

        CheckChosen(rule);
    }

    // That a rule which does not take what KMS encrypts may leave the key out is guessed. Texts of the KMS errors as
    // terraform users report them (terraform-aws-modules and hashicorp/terraform-provider-aws issue 26241); that of
    // modifications is guessed after the one of DeleteMarkerReplication.
    private static void CheckChosen(ReplicationRule rule)
    {
        var chosen = rule.SourceSelectionCriteria;
        if (chosen is { SseKmsEncryptedObjects: null, ReplicaModifications: null })
            throw Errors.InvalidRequest("SourceSelectionCriteria cannot be empty.");
        if (chosen?.SseKmsEncryptedObjects is { Status: null } || chosen?.ReplicaModifications is { Status: null })
            throw Errors.Malformed();
        if (chosen?.ReplicaModifications is not null && rule.Filter is null) throw Errors.InvalidRequest(
            "ReplicaModifications cannot be used for this version of Cross Region Replication configuration schema. "
            + "Please refer to S3 Developer Guide for more information.");
        var encryption = rule.Destination!.EncryptionConfiguration;
        if (encryption is not null && chosen?.SseKmsEncryptedObjects is null) throw Errors.InvalidRequest(
            "SseKmsEncryptedObjects must be specified if EncryptionConfiguration is present.");
        var key = encryption?.ReplicaKmsKeyID;
        if (string.IsNullOrEmpty(key))
        {
            if (chosen?.SseKmsEncryptedObjects is { Status: SseKmsEncryptedObjectsStatus.Enabled })
                throw Errors.InvalidRequest(
                    "ReplicaKmsKeyID must be specified if SseKmsEncryptedObjects tag is present.");
        }
        else if (!IsKey(key))
        {
            throw Errors.InvalidArgument("Invalid ReplicaKmsKeyID ARN.", "ReplicaKmsKeyID", key);
        }
    }

    // botocore model, EncryptionConfiguration: the ARN of a key or an alias. Whether it is there nobody asks before a
    // replica is made (S3 user guide, "Replicating encrypted objects").
    private static bool IsKey(string text) =>
        text.Split(':', 6) is ["arn", "aws", "kms", { Length: > 0 }, { Length: 12 }, var name]
        && (name.StartsWith("key/", StringComparison.Ordinal) || name.StartsWith("alias/", StringComparison.Ordinal));

    private static void Check(ReplicationRule rule, ReplicationTime time)
    {
        if (time.Status is null || time.Time is null) throw Errors.Malformed();
        if (rule.Filter is null) throw Errors.InvalidRequest(
            "ReplicationTime cannot be used for this version of the replication configuration schema.");
        // That metrics have to be enabled with it is guessed.
        var isAlone = rule.Destination!.Metrics is not { } metrics
            || (time.Status is ReplicationTimeStatus.Enabled && metrics.Status is not MetricsStatus.Enabled);
        if (isAlone) throw Errors.InvalidRequest(
            "Replication destination must contain both ReplicationTime and Metrics or neither.");
        if (time.Time.Minutes != Minutes)
            throw Errors.InvalidArgument("Invalid time minute value", "ReplicationTime", "");
    }

    private static void CheckThreshold(Destination destination)
    {
        var threshold = destination.Metrics?.EventThreshold;
        if (destination.ReplicationTime?.Status is not ReplicationTimeStatus.Enabled)
        {
            if (threshold is not null) throw Errors.InvalidArgument(
                "Metrics cannot contain an event threshold when ReplicationTime is not specified or Disabled",
                "Metrics", "");
            return;
        }

        if (threshold is null) throw Errors.InvalidArgument(
            "ReplicationMetrics must contain an event threshold", "ReplicationMetrics", "");
        if (threshold.Minutes != Minutes)
            throw Errors.InvalidArgument("Invalid event threshold minute value", "ReplicationMetrics", "");
    }
}
