using System.Text;
using Orrery.Core;
using Orrery.Wire.Protocols;
using Orrery.Wire.Requests;

namespace Orrery.Tests.Wire.Codecs;

/// <summary>What a request that breaks the model's constraints is answered, protocol by protocol.</summary>
public sealed class ConstraintTests
{
    [Theory]
    [InlineData("CreateSubnet", "CidrBlock=10.0.0.0/24", "MissingParameter",
        "The request must contain the parameter vpcId")]
    [InlineData("CreateVpc", "Cidr=10.0.0.0/16", "UnknownParameter", "The parameter Cidr is not recognized")]
    [InlineData("DescribeVpcs", "Filter.1.Nam=x", "UnknownParameter", "The parameter Nam is not recognized")]
    [InlineData("CreateVpc", "InstanceTenancy=shared", "InvalidParameterValue",
        "Value (shared) for parameter instanceTenancy is invalid.")]
    [InlineData("DescribeVpcs", "MaxResults=4", "InvalidParameterValue",
        "Value (4) for parameter maxResults is invalid. Member must have value greater than or equal to 5")]
    [InlineData("DescribeVpcs", "MaxResults=many", "InvalidParameterValue",
        "Invalid value 'many' for MaxResults. It must be an integer")]
    [InlineData("CreateVpc", "DryRun=perhaps", "InvalidParameterValue",
        "Invalid value 'perhaps' for DryRun. It must be a boolean")]
    [InlineData("DescribeVpcs", "VpcId.a=vpc-1", "UnknownParameter", "The parameter VpcId.a is not recognized")]
    [InlineData("DescribeVpcs", "VpcId.1=a&VpcId.1=b", "MalformedQueryString",
        "The parameter VpcId.1 is given more than once.")]
    public void Ec2_answers_the_first_broken_constraint(string operation, string form, string code, string message)
    {
        var error = Refused("ec2", operation, Form(form));
        Assert.Equal((code, message, 400), (error.Code, error.Message, error.Status));
    }

    [Theory]
    [InlineData("sts", "AssumeRole", "RoleSessionName=x", "ValidationError",
        "2 validation errors detected: "
        + "Value 'x' at 'roleSessionName' failed to satisfy constraint: "
        + "Member must have length greater than or equal to 2; "
        + "Value null at 'roleArn' failed to satisfy constraint: Member must not be null")]
    [InlineData("iam", "CreateUser", "UserNam=x", "MalformedInput", "Unexpected parameter UserNam")]
    [InlineData("sns", "TagResource", "ResourceArn=arn:aws:sns:a:1:b&Tags.member.1.Key=k", "InvalidParameter",
        "1 validation error detected: "
        + "Value null at 'tags.1.member.value' failed to satisfy constraint: Member must not be null")]
    public void Query_services_answer_all_broken_constraints_at_once(
        string service, string operation, string form, string code, string message)
    {
        var error = Refused(service, operation, Form(form));
        Assert.Equal((code, message, 400), (error.Code, error.Message, error.Status));
    }

    [Theory]
    [InlineData("logs", "PutLogEvents", """{"logGroupName":"g","logStreamName":"s","logEvents":[]}""",
        "InvalidParameterException",
        "1 validation error detected: Value '[]' at 'logEvents' failed to satisfy constraint: "
        + "Member must have length greater than or equal to 1")]
    [InlineData("logs", "CreateLogStream", """{"logGroupName":"g","logStreamName":"a:b"}""",
        "InvalidParameterException",
        "1 validation error detected: Value 'a:b' at 'logStreamName' failed to satisfy constraint: "
        + "Member must satisfy regular expression pattern: [^:*]*")]
    [InlineData("kms", "DescribeKey", "{}", "ValidationException",
        "1 validation error detected: Value null at 'keyId' failed to satisfy constraint: Member must not be null")]
    [InlineData("kms", "CreateKey", """{"Tags":[{"TagKey":"a","TagValue":"b","More":1}]}""", "ValidationException",
        "1 validation error detected: Value at 'tags.1.member.more' failed to satisfy constraint: Member is not known")]
    [InlineData("kms", "DescribeKey", """{"KeyId":1}""", "SerializationException",
        "NUMBER_VALUE can not be converted to a String")]
    [InlineData("kms", "ListKeys", """{"Limit":"1"}""", "SerializationException",
        "STRING_VALUE can not be converted to an Integer")]
    [InlineData("kms", "CreateKey", """{"Tags":{}}""", "SerializationException",
        "Start of structure or map found where not expected.")]
    public void Json_services_answer_in_the_words_of_their_framework(
        string service, string operation, string body, string code, string message)
    {
        var error = Refused(service, operation, Body(body));
        Assert.Equal((code, message, 400), (error.Code, error.Message, error.Status));
    }

    [Theory]
    [InlineData("s3", "PutBucketVersioning",
        "<VersioningConfiguration><Status>Maybe</Status></VersioningConfiguration>", "MalformedXML")]
    [InlineData("s3", "PutBucketVersioning",
        "<VersioningConfiguration><Stat>Enabled</Stat></VersioningConfiguration>", "MalformedXML")]
    [InlineData("s3", "PutBucketVersioning", "<Versioning><Status>Enabled</Status></Versioning>", "MalformedXML")]
    [InlineData("s3", "PutBucketVersioning", "<VersioningConfiguration>", "MalformedXML")]
    [InlineData("s3", "PutBucketVersioning", "<!DOCTYPE x [<!ENTITY a \"b\">]><VersioningConfiguration/>",
        "MalformedXML")]
    public void S3_answers_that_the_XML_is_malformed(string service, string operation, string body, string code) =>
        Assert.Equal((code, 400), (Refused(service, operation, Body(body)).Code, 400));

    private static ServiceException Refused(string model, string name, WireRequest request)
    {
        var service = JsonModelStore.Service(model, keepPatterns: true);
        var operation = service.Operation(name);
        var codec = ProtocolCodec.Of(service.Protocols[0]);
        PathLabel[] labels = [new("Bucket", "bucket")];
        return Assert.Throws<ServiceException>(() =>
            codec.ReadRequest(operation, request, labels, r => DynamicShape.Read(r, operation.Input)));
    }

    private static WireRequest Form(string form) => Body("Action=X&Version=1&" + form);

    private static WireRequest Body(string body) => new()
    {
        Method = "POST",
        RawPath = "/",
        Headers = [],
        Body = new WireBody(Encoding.UTF8.GetBytes(body)),
    };
}
