namespace Orrery.Contracts.Delivery;

/// <summary>A message attribute.</summary>
/// <param name="Name">Its name.</param>
/// <param name="DataType"><c>String</c>, <c>Number</c> or <c>Binary</c>, perhaps with a dot and a label of one's
/// own.</param>
/// <param name="Text">The value of text and numbers.</param>
/// <param name="Bytes">The value of binary data, in base64.</param>
public sealed record DeliveryAttribute(string Name, string DataType, string? Text, string? Bytes = null);
