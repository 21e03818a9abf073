using Orrery.Core;

namespace Orrery.Wire.Protocols.Errors;

/// <summary>
/// What S3 tells with an error beyond its code and message: elements such as <c>BucketName</c>, headers such as
/// <c>x-amz-bucket-region</c>. Source: Amazon S3 API Reference, "Error responses".
/// </summary>
public static class ErrorExtras
{
    private const string Elements = "orrery.elements";
    private const string Headers = "orrery.headers";

    /// <summary>Adds an element to an error's document.</summary>
    public static ServiceException WithElement(this ServiceException error, string name, string value) =>
        Add(error, Elements, name, value);

    /// <summary>Adds a header to an error's answer.</summary>
    public static ServiceException WithHeader(this ServiceException error, string name, string value) =>
        Add(error, Headers, name, value);

    /// <summary>The elements of an error.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> ElementsOf(ServiceException error) =>
        Of(error, Elements);

    /// <summary>The headers of an error.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> HeadersOf(ServiceException error) => Of(error, Headers);

    private static ServiceException Add(ServiceException error, string kind, string name, string value)
    {
        if (error.Data[kind] is not List<KeyValuePair<string, string>> all)
            error.Data[kind] = all = [];
        all.Add(new(name, value));
        return error;
    }

    private static IReadOnlyList<KeyValuePair<string, string>> Of(ServiceException error, string kind) =>
        error.Data.Contains(kind) && error.Data[kind] is List<KeyValuePair<string, string>> all ? all : [];
}
