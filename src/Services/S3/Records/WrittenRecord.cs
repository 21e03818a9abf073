using Orrery.Contracts.Contents;

namespace Orrery.Services.S3.Records;

/// <summary>Bytes that S3 itself wrote (logs, inventories), kept as a record: so they come and go with the clock.
/// </summary>
/// <param name="Id">Their name.</param>
/// <param name="Uses">How often they are named.</param>
/// <param name="Bytes">The bytes.</param>
public sealed record WrittenRecord(ContentId Id, int Uses, ReadOnlyMemory<byte> Bytes);
