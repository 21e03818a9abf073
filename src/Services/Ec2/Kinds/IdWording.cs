namespace Orrery.Services.Ec2.Kinds;

/// <summary>How EC2 words errors about an id. Source: "Error codes for the Amazon EC2 API".</summary>
/// <param name="NotFoundCode">For an id that names nothing.</param>
/// <param name="MalformedCode">For a text that is no id of the kind.</param>
/// <param name="Noun">For example "vpc ID".</param>
/// <param name="Gone">For kinds whose ids "was deleted or does not exist": what stands before the id.</param>
internal sealed record IdWording(string NotFoundCode, string MalformedCode, string Noun, string? Gone = null)
{
    /// <summary>Whether a UUID follows the prefix, and not hexadecimal digits alone.</summary>
    public bool IsUuid { get; init; }
}
