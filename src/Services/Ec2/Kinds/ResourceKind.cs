using Orrery.Core;
using Orrery.Kernel.Calls;

namespace Orrery.Services.Ec2.Kinds;

/// <summary>
/// What EC2 says of one kind of resource: its id, its type as a tag names it, and the errors about its id.
/// </summary>
/// <param name="prefix">The id's prefix, for example <c>vpc</c>.</param>
/// <param name="tagType">The resource type of tags and tag specifications, for example <c>vpc</c>.</param>
/// <param name="wording">The error codes about its id and the noun they use.</param>
internal abstract class ResourceKind(string prefix, string tagType, IdWording wording)
{
    /// <summary>The id's prefix.</summary>
    public string Prefix { get; } = prefix;

    /// <summary>The resource type of tags.</summary>
    public string TagType { get; } = tagType;

    /// <summary>Whether a resource of this id exists in the call's scope.</summary>
    public abstract bool Exists(ReadCall call, string id);

    /// <summary>The error for an id that names nothing.</summary>
    public ServiceException NotFound(string id) => new(
        wording.NotFoundCode,
        wording.Gone is { } gone
            ? $"{gone} {id} was deleted or does not exist."
            : $"The {wording.Noun} '{id}' does not exist");

    /// <summary>Refuses an id that is not this prefix, a dash and 8 or 17 lower-case hexadecimal digits.</summary>
    public void CheckForm(string id)
    {
        if (!IsWellFormed(id))
        {
            throw new ServiceException(
                wording.MalformedCode, $"Invalid id: \"{id}\" (expecting \"{Prefix}-...\")");
        }
    }

    /// <summary>Whether an id has the form of one.</summary>
    public bool IsWellFormed(string id)
    {
        if (!id.StartsWith(Prefix, StringComparison.Ordinal) || id.Length <= Prefix.Length || id[Prefix.Length] != '-')
        {
            return false;
        }

        var digits = id.AsSpan(Prefix.Length + 1);
        if (wording.IsUuid)
        {
            return Guid.TryParseExact(digits, "D", out _);
        }

        return digits.Length is 8 or 17 && digits.IndexOfAnyExcept(LowerHex) < 0;
    }

    private static readonly System.Buffers.SearchValues<char> LowerHex =
        System.Buffers.SearchValues.Create("0123456789abcdef");
}
