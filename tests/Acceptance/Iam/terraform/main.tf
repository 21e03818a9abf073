# Identity as modules make it: apply, plan (no changes), change, plan, destroy.

terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

variable "endpoint" {
  description = "Where Orrery listens."
  type        = string
}

variable "changed" {
  description = "Whether things are as they become."
  type        = bool
  default     = false
}

provider "aws" {
  region                      = "eu-west-1"
  access_key                  = "test"
  secret_key                  = "test"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  endpoints {
    ec2 = var.endpoint
    iam = var.endpoint
    sts = var.endpoint
  }
}

data "aws_caller_identity" "me" {}

data "aws_iam_policy" "read" {
  arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

data "aws_iam_policy_document" "bucket" {
  statement {
    sid       = var.changed ? "Write" : "Read"
    actions   = var.changed ? ["s3:GetObject", "s3:PutObject"] : ["s3:GetObject"]
    resources = ["arn:aws:s3:::data/*"]
  }
}

data "aws_iam_policy_document" "ec2" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com"]
    }
  }
}

data "aws_iam_policy_document" "ci" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]
    principals {
      type        = "Federated"
      identifiers = [aws_iam_openid_connect_provider.ci.arn]
    }
    condition {
      test     = "StringLike"
      variable = "token.actions.githubusercontent.com:sub"
      values   = ["repo:acme/*"]
    }
  }
}

data "aws_iam_policy_document" "ann" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "AWS"
      identifiers = [aws_iam_user.ann.arn]
    }
    condition {
      test     = "Bool"
      variable = "aws:MultiFactorAuthPresent"
      values   = ["true"]
    }
  }
}

resource "aws_iam_account_alias" "acme" {
  account_alias = var.changed ? "acme-two" : "acme"
}

resource "aws_iam_account_password_policy" "strict" {
  minimum_password_length        = var.changed ? 14 : 12
  require_lowercase_characters   = true
  require_uppercase_characters   = true
  require_numbers                = true
  require_symbols                = true
  allow_users_to_change_password = true
  password_reuse_prevention      = 5
  max_password_age               = 90
}

resource "aws_iam_policy" "bucket" {
  name        = "bucket"
  path        = "/data/"
  description = "The bucket of data"
  policy      = data.aws_iam_policy_document.bucket.json
  tags        = { team = "data" }
}

resource "aws_iam_user" "ann" {
  name                 = var.changed ? "anna" : "ann"
  path                 = "/people/"
  permissions_boundary = aws_iam_policy.bucket.arn
  force_destroy        = true
  tags                 = { team = "core" }
}

resource "aws_iam_access_key" "ann" {
  user = aws_iam_user.ann.name
}

resource "aws_iam_user_login_profile" "ann" {
  user            = aws_iam_user.ann.name
  password_length = 20
}

resource "aws_iam_virtual_mfa_device" "phone" {
  virtual_mfa_device_name = "phone"
}

resource "aws_iam_user_ssh_key" "ann" {
  username   = aws_iam_user.ann.name
  encoding   = "SSH"
  public_key = "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQC3q9oRUyc1RE5vlOOEFshxX0fGniB0iJKw1oDuuqV5Gx7nsguANjZXxAsU1jgAwhbzgu6/dafCXj85xvVxCJWSKBXdLWw0+bEZmKmWyfsg8X9wXIY++8vFDjhwB1AXnloTgnYS6+vl72UsDFU3ZPDtFscb2WkCSqM08fpeMn2ktCOVGq2DlJpVULAGftkHGS8XEX1+c3JXnCvi3vtFPNq+BpabzvhU7BSoZ4brrygs2I/P8L4XcJ2Ec0b1cjwxnZkRh4IN2KNUdbIWXjotoapCd9CeWYeZ28HRICHkaeJhNDiZtNMyIZUB2nEtoMLlu3u8ysqpEarVZddB/g+mPnsf"
}

resource "aws_iam_user_policy" "own" {
  name = "own"
  user = aws_iam_user.ann.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "iam:ChangePassword", Resource = "*" }]
  })
}

resource "aws_iam_group" "people" {
  name = "people"
  path = "/groups/"
}

resource "aws_iam_group_membership" "people" {
  name  = "people"
  group = aws_iam_group.people.name
  users = [aws_iam_user.ann.name]
}

resource "aws_iam_group_policy" "list" {
  name  = "list"
  group = aws_iam_group.people.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["iam:ListUsers", "iam:GetUser"], Resource = "*" }]
  })
}

resource "aws_iam_group_policy_attachment" "read" {
  group      = aws_iam_group.people.name
  policy_arn = data.aws_iam_policy.read.arn
}

resource "aws_iam_user_policy_attachment" "bucket" {
  user       = aws_iam_user.ann.name
  policy_arn = aws_iam_policy.bucket.arn
}

resource "aws_iam_role" "app" {
  name                 = "app"
  description          = "The application"
  assume_role_policy   = data.aws_iam_policy_document.ec2.json
  max_session_duration = var.changed ? 7200 : 3600
  tags                 = var.changed ? { team = "core", level = "2" } : { team = "app" }
}

resource "aws_iam_role_policy" "inline" {
  name   = "inline"
  role   = aws_iam_role.app.id
  policy = data.aws_iam_policy_document.bucket.json
}

resource "aws_iam_role_policy_attachment" "app" {
  for_each   = toset(["AmazonSSMManagedInstanceCore", "CloudWatchAgentServerPolicy"])
  role       = aws_iam_role.app.name
  policy_arn = "arn:aws:iam::aws:policy/${each.value}"
}

resource "aws_iam_instance_profile" "app" {
  name = "app"
  path = "/apps/"
  role = aws_iam_role.app.name
  tags = { team = "app" }
}

resource "aws_instance" "app" {
  ami                  = "ami-0123456789abcdef0"
  instance_type        = "t3.micro"
  iam_instance_profile = aws_iam_instance_profile.app.name
}

resource "aws_iam_role" "admin" {
  name               = "admin"
  assume_role_policy = data.aws_iam_policy_document.ann.json
}

resource "aws_iam_openid_connect_provider" "ci" {
  url             = "https://token.actions.githubusercontent.com"
  client_id_list  = var.changed ? ["sts.amazonaws.com", "other"] : ["sts.amazonaws.com"]
  thumbprint_list = ["6938fd4d98bab03faadb97b34396831e3780aea1"]
}

resource "aws_iam_role" "ci" {
  name               = "ci"
  path               = "/ci/"
  assume_role_policy = data.aws_iam_policy_document.ci.json
}

resource "aws_iam_service_linked_role" "spot" {
  aws_service_name = "spot.amazonaws.com"
}

output "account" {
  value = data.aws_caller_identity.me.account_id
}

# A provider of SAML, and a certificate; the key of it guards nothing

locals {
  certificate = <<-PEM
    -----BEGIN CERTIFICATE-----
    MIIDGzCCAgOgAwIBAgIUfGQEljOER7Lqj/zdHGnhntmcKJswDQYJKoZIhvcNAQEL
    BQAwHDEaMBgGA1UEAwwRbG9naW4uZXhhbXBsZS5vcmcwIBcNMjYxMTI2MjMwNDQ1
    WhgPMjEwMDEwMjkyMzA0NDVaMBwxGjAYBgNVBAMMEWxvZ2luLmV4YW1wbGUub3Jn
    MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAl5IsN+vWYJXyVnZ9vhVQ
    //IYMU0Q73HAuW9RXLAXbZDImtsAw58o/in1FLtzaUs1gRzbmWP6RPGHcriYxQ2j
    kQX0uevEqwCWpkcl7IXLqs+asfr/nuFjLxyVAGVhuGFCTX5G41Oeub7PkRm+2hdH
    PGiiwNLYtstCAmSMzdJ+mhSr7mpu9Fy5Akx38G19LBaN38yH3FSTNs1Z0ICsnpI7
    9bdSP0RaArULtGwUvcvt8zjy1cyMa0tOz0cbMuHMZWRYaasAo9mjSfsmYJw4q54N
    BE2E407o9Hq23SIbi9fjn1j7e1wiQqGgu6+DchujaZLOJj3Y0F1UDJ2HQ9VUTYgP
    JwIDAQABo1MwUTAdBgNVHQ4EFgQUffxJu0/i3z/JTFd022v2H0uUaYUwHwYDVR0j
    BBgwFoAUffxJu0/i3z/JTFd022v2H0uUaYUwDwYDVR0TAQH/BAUwAwEB/zANBgkq
    hkiG9w0BAQsFAAOCAQEAVvyfHY7a7zbHkLbH1FmFxhWlJrMLdV/JGzQHLWVl1l/Y
    CwKXAQtv9EFDP9JatkD5m//DUFgsAl7+FQOaQ6Yf03+fBwXNprXHNjN1H8RmqruF
    Zj23VPb5+qGp6AplC9fbx8mbdx7pQUxCr/AdPTui/1WZkNb4PZT1YAsBWazmPRp2
    snLPtqlo2ZAvAdHH5M2kHhykHm+oow9kU2OqZky8ny32G/HaGXRozZt5jpQ0moML
    l4U4+abN18OXETWtCLT5MUtXR7u13VLUDlpVNhjoIRd+EqGNAn+cVOduzI8QM6GZ
    +3nJ/351Xb2IDTO0TV0EzfQhq4ZuyGm6cue51tCkHw==
    -----END CERTIFICATE-----
  PEM
  private_key = <<-PEM
    -----BEGIN PRIVATE KEY-----
    MIIEvgIBADANBgkqhkiG9w0BAQEFAASCBKgwggSkAgEAAoIBAQCXkiw369ZglfJW
    dn2+FVD/8hgxTRDvccC5b1FcsBdtkMia2wDDnyj+KfUUu3NpSzWBHNuZY/pE8Ydy
    uJjFDaORBfS568SrAJamRyXshcuqz5qx+v+e4WMvHJUAZWG4YUJNfkbjU565vs+R
    Gb7aF0c8aKLA0ti2y0ICZIzN0n6aFKvuam70XLkCTHfwbX0sFo3fzIfcVJM2zVnQ
    gKyekjv1t1I/RFoCtQu0bBS9y+3zOPLVzIxrS07PRxsy4cxlZFhpqwCj2aNJ+yZg
    nDirng0ETYTjTuj0erbdIhuL1+OfWPt7XCJCoaC7r4NyG6Npks4mPdjQXVQMnYdD
    1VRNiA8nAgMBAAECggEACBf5ZxJ7A/ULjsKxUs3eBiFgWaB2T8Lw1X89hpEbfyht
    65ggyr8cSkUJ3ftnXZPg+RuYYl6jWCpFA8MaSLgLlcx7w2b04fZ3pzpBquKk+/TA
    CUAiqfbVsuNTsPuUWrRMj1ulTR8oH6dWoCQ2zg5Bl2k1RDuHOZFR3XhF7R39q9Mh
    9SroMd0qy8PrITSCFh+0vNtsCaoS71wYwG3GTVMlUeOq2qrvoDSHJhT9RIgEUYU0
    5ewgEm74AiAMIMV7Glmj5PciSI2AbrHZ2gSkKz/QHLut07IRWBHCFZIGRoShQrf2
    YK9XPGI/+LxYSalJChGv6FgeJ7GTEP7UwpxwSTdB4QKBgQDTKkcB2b1Rw4j01625
    fhsMpQAqbFtUxYNGrdCE1B+Xjw51sKNo/suvujXKX5hEHmNqe9mSV8AjrynMbMdR
    5nLVwAGULG/9BSuerOBOVoUhsreIvrlULGnMoTG0kJ4krPkRotU8Pb3NWFRWYXbo
    pB3ORdyJceN5EVZOGCtkgvDKsQKBgQC3wLMfQYCkR5VvI1nqbLxagxeKmNt4FfZU
    I7SAZCtzHXIvBDr3nrXgVmpBRP7xQD7J0sCeErxou7moCvJujZpeYyw4yrzluAZi
    pQPvcK1JVMHTGSYi/9+Zc1Pzx6ENbHLfpriAUQFlFjBuyUdOJXPEobVDIphLLPdc
    Ar84j5c9VwKBgQCx3xbY9DSIvxCKTXLEoPjf+czd71AvZABkdN0ERjomTBZ+BEBh
    nN6uM0hEI6n7Fy3e8Fwg7VGnvVCUJbzvvBJXAtlRmuzqUIShsDVxR2f1LrlyslUi
    Fhc4iz93Pao4couK04KSr99FLXY9HPQwmq2Qp0BRdmGKBZSRS8Khc7qowQKBgCrg
    56uKgHdVUPSfPjMq7oT8hDjOVKBgF5wovM0dEtqI64U3Kn9v5KcV4zOZ4xfu0vgL
    mvEIFDkoXTluXIYZuwT9hWs3O/8rAypvsUxlcbpj8drNyo1uQgIv3E5NrjJQtTml
    UPZ4cKfjFqgzhdUhfjNLPN4Oq5UXSB2Lco3DTBp/AoGBAJSjBtrQ5D22tTTWabBF
    +M953maIvYspzH1LWDlbdP1HjAjLcTANqJko1q3KHyjtQPrL8xAguaHE8d6TwdfA
    Y0hgfbtz2pRoe86hFVBgbhQettqO6nig1DWxktUVHeHdWG2zULmbq9WMpuDqh+rs
    Hmk8/m+WMyiqAbNWXZy7f6gJ
    -----END PRIVATE KEY-----
  PEM
}

resource "aws_iam_saml_provider" "login" {
  name                   = "login"
  saml_metadata_document = <<-XML
    <?xml version="1.0"?>
    <EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" 
        entityID="https://login.example.org/${var.changed ? 2 : 1}">
      <IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
        <KeyDescriptor use="signing">
          <KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#">
            <X509Data><X509Certificate>
    MIIDGzCCAgOgAwIBAgIUfGQEljOER7Lqj/zdHGnhntmcKJswDQYJKoZIhvcNAQELBQAwHDEaMBgGA1UEAwwRbG9naW4uZXhhbXBs
    ZS5vcmcwIBcNMjYxMTI2MjMwNDQ1WhgPMjEwMDEwMjkyMzA0NDVaMBwxGjAYBgNVBAMMEWxvZ2luLmV4YW1wbGUub3JnMIIBIjAN
    BgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAl5IsN+vWYJXyVnZ9vhVQ//IYMU0Q73HAuW9RXLAXbZDImtsAw58o/in1FLtzaUs1
    gRzbmWP6RPGHcriYxQ2jkQX0uevEqwCWpkcl7IXLqs+asfr/nuFjLxyVAGVhuGFCTX5G41Oeub7PkRm+2hdHPGiiwNLYtstCAmSM
    zdJ+mhSr7mpu9Fy5Akx38G19LBaN38yH3FSTNs1Z0ICsnpI79bdSP0RaArULtGwUvcvt8zjy1cyMa0tOz0cbMuHMZWRYaasAo9mj
    SfsmYJw4q54NBE2E407o9Hq23SIbi9fjn1j7e1wiQqGgu6+DchujaZLOJj3Y0F1UDJ2HQ9VUTYgPJwIDAQABo1MwUTAdBgNVHQ4E
    FgQUffxJu0/i3z/JTFd022v2H0uUaYUwHwYDVR0jBBgwFoAUffxJu0/i3z/JTFd022v2H0uUaYUwDwYDVR0TAQH/BAUwAwEB/zAN
    BgkqhkiG9w0BAQsFAAOCAQEAVvyfHY7a7zbHkLbH1FmFxhWlJrMLdV/JGzQHLWVl1l/YCwKXAQtv9EFDP9JatkD5m//DUFgsAl7+
    FQOaQ6Yf03+fBwXNprXHNjN1H8RmqruFZj23VPb5+qGp6AplC9fbx8mbdx7pQUxCr/AdPTui/1WZkNb4PZT1YAsBWazmPRp2snLP
    tqlo2ZAvAdHH5M2kHhykHm+oow9kU2OqZky8ny32G/HaGXRozZt5jpQ0moMLl4U4+abN18OXETWtCLT5MUtXR7u13VLUDlpVNhjo
    IRd+EqGNAn+cVOduzI8QM6GZ+3nJ/351Xb2IDTO0TV0EzfQhq4ZuyGm6cue51tCkHw==
            </X509Certificate></X509Data>
          </KeyInfo>
        </KeyDescriptor>
        <SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"
          Location="https://login.example.org/sso"/>
      </IDPSSODescriptor>
    </EntityDescriptor>
  XML
  tags = { team = var.changed ? "new" : "old" }
}

resource "aws_iam_server_certificate" "site" {
  name             = "site"
  certificate_body = local.certificate
  private_key      = local.private_key
  tags             = { team = var.changed ? "new" : "old" }
}
