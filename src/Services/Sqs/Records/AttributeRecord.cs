namespace Orrery.Services.Sqs.Records;

/// <summary>A message attribute.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type, with the label.</param>
/// <param name="Text">The value of text and numbers.</param>
/// <param name="Bytes">The value of binary data.</param>
internal sealed record AttributeRecord(string Name, string Type, string? Text, byte[]? Bytes = null);
