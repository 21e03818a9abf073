namespace Orrery.Services.Sns.Records;

/// <summary>A header of an HTTP request.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
internal sealed record PostHeader(string Name, string Value);
