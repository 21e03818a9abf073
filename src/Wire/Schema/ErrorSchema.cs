namespace Orrery.Wire.Schema;

/// <summary>What a modelled error looks like on the wire.</summary>
/// <param name="Code">The code where it is not the shape's name, for example <c>NoSuchEntity</c>; or null.</param>
/// <param name="Status">The HTTP status, or 0 where the model gives none.</param>
/// <param name="SenderFault">Whether the model says that the caller is at fault.</param>
public sealed record ErrorSchema(string? Code, int Status, bool SenderFault);
