using Orrery.Services.S3.Records;

namespace Orrery.Services.S3.Rules.Telling;

/// <summary>Something that happened to an object.</summary>
/// <param name="Event">As notifications name it, for example <c>ObjectCreated:Put</c>.</param>
/// <param name="Detail">As EventBridge names it, for example <c>Object Created</c>; null where it tells nothing.
/// </param>
/// <param name="Reason">What did it, as EventBridge tells it, for example <c>PutObject</c>.</param>
internal sealed record Notice(string Event, string? Detail, string Reason)
{
    /// <summary>PutObject.</summary>
    public static Notice Put { get; } = new("ObjectCreated:Put", "Object Created", "PutObject");

    /// <summary>CopyObject.</summary>
    public static Notice Copy { get; } = new("ObjectCreated:Copy", "Object Created", "CopyObject");

    /// <summary>CompleteMultipartUpload.</summary>
    public static Notice Complete { get; } = new(
        "ObjectCreated:CompleteMultipartUpload", "Object Created", "CompleteMultipartUpload");

    /// <summary>A version was deleted.</summary>
    public static Notice Deleted { get; } = new("ObjectRemoved:Delete", "Object Deleted", "DeleteObject");

    /// <summary>A delete marker was made.</summary>
    public static Notice Marked { get; } = new("ObjectRemoved:DeleteMarkerCreated", "Object Deleted", "DeleteObject");

    /// <summary>A lifecycle removed a version.</summary>
    public static Notice Expired { get; } = new(
        "LifecycleExpiration:Delete", "Object Deleted", "Lifecycle Expiration");

    /// <summary>A lifecycle made a delete marker.</summary>
    public static Notice ExpiredByMarker { get; } = new(
        "LifecycleExpiration:DeleteMarkerCreated", "Object Deleted", "Lifecycle Expiration");

    /// <summary>A lifecycle changed the class.</summary>
    public static Notice Moved { get; } = new(
        "LifecycleTransition", "Object Storage Class Changed", "Lifecycle Transition");

    /// <summary>A restore was asked for.</summary>
    public static Notice Restoring { get; } = new(
        "ObjectRestore:Post", "Object Restore Initiated", "RestoreObject");

    /// <summary>A restored copy is there.</summary>
    public static Notice Restored { get; } = new(
        "ObjectRestore:Completed", "Object Restore Completed", "RestoreObject");

    /// <summary>A restored copy is gone.</summary>
    public static Notice RestoreOver { get; } = new("ObjectRestore:Delete", "Object Restore Expired", "RestoreObject");

    /// <summary>Tags were set.</summary>
    public static Notice Tagged { get; } = new("ObjectTagging:Put", "Object Tags Added", "PutObjectTagging");

    /// <summary>Tags were removed.</summary>
    public static Notice Untagged { get; } = new(
        "ObjectTagging:Delete", "Object Tags Deleted", "DeleteObjectTagging");

    /// <summary>The access control list was changed.</summary>
    public static Notice Listed { get; } = new("ObjectAcl:Put", "Object ACL Updated", "PutObjectAcl");

    /// <summary>A version was not replicated; EventBridge is not told.</summary>
    public static Notice NotReplicated { get; } = new("Replication:OperationFailedReplication", null, "");

    /// <summary>The version of the message. Source: S3 user guide, "Event message structure".</summary>
    public string Version => Event switch
    {
        "ObjectAcl:Put" or "ObjectTagging:Put" or "ObjectTagging:Delete" => "2.3",
        _ when Event.StartsWith("Replication", StringComparison.Ordinal) => "2.2",
        _ => Event.StartsWith("Object", StringComparison.Ordinal) ? "2.1" : "2.3",
    };

    /// <summary>How EventBridge tells what kind of deletion it was; null where it was none.</summary>
    public string? DeletionOf(VersionRecord version) => Detail != "Object Deleted" ? null
        : version.IsMarker && Event.EndsWith(":DeleteMarkerCreated", StringComparison.Ordinal)
            ? "Delete Marker Created"
            : "Permanently Deleted";
}
