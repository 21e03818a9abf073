using Orrery.Core;
using Orrery.Wire.Schema;

namespace Orrery.Wire.Protocols.Errors;

/// <summary>An error with what the model knows of it.</summary>
/// <param name="Shape">The name of its shape: the type in JSON and CBOR.</param>
/// <param name="Code">Its code in XML, and in <c>x-amzn-query-error</c>.</param>
/// <param name="Message">What a person reads.</param>
/// <param name="MessageName">The member that holds the message.</param>
/// <param name="Status">The HTTP status.</param>
internal readonly record struct ErrorView(string Shape, string Code, string Message, string MessageName, int Status)
{
    /// <summary>What S3 tells beyond these.</summary>
    public IReadOnlyList<KeyValuePair<string, string>>? Elements { get; init; }

    /// <summary>Whether the caller is at fault.</summary>
    public bool IsSender => Status < 500;

    /// <summary>The view of an exception: operations may throw with a shape's name or with its code.</summary>
    public static ErrorView Of(OperationSchema? operation, ServiceException error)
    {
        foreach (var shape in operation?.Errors ?? [])
        {
            if (!Names(shape, error.Code)) continue;
            var facts = shape.Error!;
            var status = facts.Status != 0 && error.Status == 400 ? facts.Status : error.Status;
            return new ErrorView(shape.Name, facts.Code ?? shape.Name, error.Message, MessageOf(shape), status)
            {
                Elements = ErrorExtras.ElementsOf(error),
            };
        }

        return new ErrorView(error.Code, error.Code, error.Message, "message", error.Status)
        {
            Elements = ErrorExtras.ElementsOf(error),
        };
    }

    private static string MessageOf(ShapeSchema shape)
    {
        foreach (var member in shape.Members)
        {
            if (string.Equals(member.Name, "message", StringComparison.OrdinalIgnoreCase)) return member.WireName;
        }

        return "message";
    }

    private static bool Names(ShapeSchema shape, string code) =>
        string.Equals(shape.Name, code, StringComparison.Ordinal)
        || string.Equals(shape.Error?.Code, code, StringComparison.Ordinal);
}
