namespace Orrery.Services.Iam.Records;

/// <summary>A group. Who is in it stands with the users.</summary>
internal sealed record GroupRecord : HolderRecord;
